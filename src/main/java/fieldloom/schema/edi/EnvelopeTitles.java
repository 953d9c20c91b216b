package fieldloom.schema.edi;

import fieldloom.model.Titles;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people call the segments and elements of envelopes. */
final class EnvelopeTitles {
  private static final Map<String, Titles> ALL = new HashMap<>();

  static {
    all(
        """
        ISA|Interchange control header|交换控制头
        ISA05|Sender qualifier|发送方限定符
        ISA06|Sender|发送方
        ISA07|Receiver qualifier|接收方限定符
        ISA08|Receiver|接收方
        ISA09|Interchange date|交换日期
        ISA10|Interchange time|交换时间
        ISA12|Interchange version|交换版本
        ISA13|Interchange control number|交换控制号
        ISA14|Acknowledgement requested|要求确认
        ISA15|Test or production|测试或生产
        GS|Functional group header|功能组头
        GS01|Functional group|功能组
        GS02|Sender of the group|组发送方
        GS03|Receiver of the group|组接收方
        GS04|Group date|组日期
        GS05|Group time|组时间
        GS06|Group control number|组控制号
        GS08|Version of the messages|报文版本
        ST|Transaction set header|交易集头
        ST01|Transaction set|交易集
        ST02|Transaction set control number|交易集控制号
        ST03|Implementation guide|实施指南
        UNB|Interchange header|交换头
        UNB01|Syntax|语法
        UNB0101|Character set|字符集
        UNB0102|Syntax version|语法版本
        UNB02|Sender|发送方
        UNB0201|Sender identification|发送方标识
        UNB0202|Sender qualifier|发送方限定符
        UNB0203|Sender routing address|发送方路由地址
        UNB03|Receiver|接收方
        UNB0301|Receiver identification|接收方标识
        UNB0302|Receiver qualifier|接收方限定符
        UNB0303|Receiver routing address|接收方路由地址
        UNB04|Date and time|日期和时间
        UNB0401|Date (yyMMdd)|日期（yyMMdd）
        UNB0402|Time (HHmm)|时间（HHmm）
        UNB05|Interchange control reference|交换控制参考号
        UNB06|Password|口令
        UNB07|Application reference|应用参考
        UNB08|Priority|优先级
        UNB09|Acknowledgement requested|要求确认
        UNB10|Agreement|通信协议
        UNB11|Test|测试
        UNG|Group header|组头
        UNG01|Message type of the group|组报文类型
        UNG02|Sender of the group|组发送方
        UNG03|Receiver of the group|组接收方
        UNG04|Date and time of the group|组日期和时间
        UNG05|Group reference|组参考号
        UNG06|Controlling agency|管理机构
        UNG07|Message version|报文版本
        UNH|Message header|报文头
        UNH01|Message reference|报文参考号
        UNH02|Message identifier|报文标识
        UNH0201|Message type|报文类型
        UNH0202|Message version|报文版本
        UNH0203|Message release|报文发布号
        UNH0204|Controlling agency|管理机构
        UNH0205|Association code|协会代码
        UNH03|Common access reference|公共访问参考
        """);
  }

  private EnvelopeTitles() {}

  private static void all(String lines) {
    lines
        .lines()
        .map(line -> line.split("\\|"))
        .forEach(parts -> ALL.put(parts[0], new Titles(parts[1], parts[2])));
  }

  static boolean has(String name) {
    return ALL.containsKey(name);
  }

  /**
   * The titles of a segment or an element.
   *
   * @param otherwise what holds where none are known
   */
  static Titles of(String name, @Nullable String otherwise) {
    Titles known = ALL.get(name);
    return known == null ? new Titles(otherwise, null) : known;
  }
}
