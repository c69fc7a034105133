// The plan of an import: a line for each step. A hundred thousand rows make a quarter of a million lines, half a gigabyte in this engine, so
// they are read from the file again by pieces whenever they are gone through; a piece ends with a line, or the plan is read whole.

const NO_PLAN = 'Lần nhập này không còn phần chuẩn bị. Hãy nhập lại tệp.';

/** Longest plan and its pieces, as in domain/importRun.ts. */
const PLAN_BYTES = 200000000;
const PLAN_PIECE = 1048576;

/** The file by pieces of so many bytes. */
function* piecesOf(path, bytes) {
  const files = $app.newFilesystem();
  try {
    const reader = files.getReader(path);
    try {
      for (let piece = toString(reader, bytes); piece !== ''; piece = toString(reader, bytes)) yield piece;
    } finally {
      reader.close();
    }
  } finally {
    files.close();
  }
}

/** Whether no piece but the last ends within a line: the program writes plans so; one that somebody sent may be not. */
function isCutAtLines(path) {
  let isWhole = true;
  for (const piece of piecesOf(path, PLAN_PIECE)) {
    if (!isWhole) return false;
    isWhole = piece.endsWith('\n');
  }
  return true;
}

/** The plan's lines, to be gone through as often as need be. */
class PlanLines {
  constructor(path) {
    this.path = path;
    this.bytes = isCutAtLines(path) ? PLAN_PIECE : PLAN_BYTES;
  }

  *[Symbol.iterator]() {
    // Blanks fill a piece up.
    for (const piece of piecesOf(this.path, this.bytes))
      for (const line of piece.split('\n')) if (line.trim() !== '') yield line;
  }
}

/** The plan's lines, each one step. */
function linesOf(run) {
  const name = run.getString('plan');
  if (name === '') throw new BadRequestError(NO_PLAN);
  return new PlanLines(`${run.baseFilesPath()}/${name}`);
}

module.exports = { linesOf };
