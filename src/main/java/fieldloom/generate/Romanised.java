package fieldloom.generate;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;

/** Chinese in Latin letters. */
final class Romanised {
  private Romanised() {}

  /** The pinyin of a text, small letters without tones and blanks; what is no Chinese stays. */
  static String of(String text) {
    return PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL, "").replaceAll("\\s", "");
  }
}
