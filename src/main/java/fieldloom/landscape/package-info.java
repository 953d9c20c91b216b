/** The landscape: a company's systems and the documents that flow between them, with their runs. */
@NullMarked
package fieldloom.landscape;

import org.jspecify.annotations.NullMarked;
