import { PAPER_WORDS, printable, type PrintedPaper } from '@trinhduyet/programme';
import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { create as createCode } from 'qrcode';
import { layout } from './layout';
import { FACES, type Mark, type Measure, MM, type Piece, type Sheet } from './marks';
import { PAGE } from './page';

const FOLDER = join(__dirname, '../fonts');
/** Read once: a font takes far longer to read than a paper to draw. */
const FONTS = new Map(
  FACES.map((face) => [face, create(readFileSync(join(FOLDER, `tinos-${face}.ttf`))) as Font] as const),
);

/** Papers know no moment of making: the same words give the same bytes. */
const NO_MOMENT = new Date(0);
const TRAINING_COLOUR = '#e4dbee';
const TRAINING_EDGE = '#5e2c86';
const QUIET = 4;
const TRAINING_SIZES = [84, 30] as const;

/** A paper as PDF: searchable, tagged, in Vietnamese; made of its words alone, so that it can be made again. */
export async function renderPaper(paper: PrintedPaper): Promise<Buffer> {
  const { title, subject, training } = paper.content;
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'vi-VN',
    tagged: true,
    displayTitle: true,
    info: {
      Title: printable([title.vi, subject?.vi].filter(Boolean).join(' – ')),
      Author: printable(paper.content.issuer.name),
      Creator: 'Trình Duyệt',
      Producer: 'Trình Duyệt',
      CreationDate: NO_MOMENT,
      ModDate: NO_MOMENT,
    },
  });
  const bytes = collected(document);
  // pdfkit takes a font that was read already, which its types do not know.
  for (const [face, font] of FONTS) document.registerFont(face, unused(font) as unknown as Uint8Array);
  const root = document.struct('Document');
  document.addStructure(root);
  for (const sheet of layout(paper, measureOf(document))) drawSheet(document, root, { sheet, training });
  root.end();
  document.end();
  return bytes;
}

/**
 * A font as if nobody had used it yet, with its tables read already. A font remembers its glyphs as it first met them: a
 * letter met as a part of another (I in Í) would be no letter to later papers, which could not be searched for it, and
 * the same words would not give the same bytes.
 */
function unused(font: Font): Font {
  return Object.assign(Object.create(font) as Font, { _glyphs: {} });
}

function measureOf(document: PDFKit.PDFDocument): Measure {
  return (text, face, size) => document.font(face).fontSize(size).widthOfString(text);
}

function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}

interface Drawn {
  readonly sheet: Sheet;
  readonly training: boolean;
}

type Structure = PDFKit.PDFDocument;

function drawSheet(document: Structure, root: PDFKit.PDFStructureElement, { sheet, training }: Drawn): void {
  document.addPage();
  const isForEyes = ({ role }: Piece) => role === 'Artifact';
  artifact(document, () => {
    if (training) drawTraining(document);
    for (const piece of sheet.pieces.filter(isForEyes)) drawMarks(document, piece);
  });
  for (const group of byTable(sheet.pieces.filter((piece) => !isForEyes(piece)))) {
    if (group.piece) root.add(elementOf(document, group.piece));
    else root.add(tableOf(document, group.cells));
  }
}

interface Group {
  readonly piece?: Piece;
  readonly cells: Piece[];
}

/** Cells that follow each other are one table. */
function byTable(pieces: readonly Piece[]): readonly Group[] {
  const groups: Group[] = [];
  const isCell = ({ role }: Piece) => role === 'TH' || role === 'TD';
  for (const piece of pieces.filter(({ marks }) => marks.length > 0)) {
    const table = groups.at(-1);
    if (isCell(piece) && table && table.cells.length > 0) table.cells.push(piece);
    else groups.push(isCell(piece) ? { cells: [piece] } : { piece, cells: [] });
  }
  return groups;
}

function tableOf(document: Structure, cells: readonly Piece[]): PDFKit.PDFStructureElement {
  const rows = [...new Set(cells.map(({ row }) => row))];
  return document.struct(
    'Table',
    {},
    rows.map((row) =>
      document.struct(
        'TR',
        {},
        cells.filter((cell) => cell.row === row).map((cell) => elementOf(document, cell)),
      ),
    ),
  );
}

function elementOf(document: Structure, piece: Piece): PDFKit.PDFStructureElement {
  const options = piece.alt === undefined ? {} : { alt: piece.alt };
  return document.struct(piece.role as 'P', options, () => drawMarks(document, piece));
}

/** What is there for the eye alone. */
function artifact(document: Structure, draw: () => void): void {
  document.markContent('Artifact');
  draw();
  document.endMarkedContent();
}

function drawMarks(document: Structure, { marks }: Piece): void {
  for (const mark of marks) drawMark(document, mark);
}

function drawMark(document: Structure, mark: Mark): void {
  switch (mark.kind) {
    case 'text': {
      const { text, face, size, x, y } = mark;
      document.font(face).fontSize(size).fillColor('black');
      document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
      return;
    }
    case 'line':
      document.lineWidth(0.6).strokeColor('black');
      document
        .moveTo(...mark.from)
        .lineTo(...mark.to)
        .stroke();
      return;
    case 'code':
      drawCode(document, mark);
  }
}

/** As squares, not as a picture: sharp at any size. Four modules around it are white, whatever lies below. */
function drawCode(document: Structure, { address, x, y, side }: Mark & { kind: 'code' }): void {
  const { modules } = createCode(address, { errorCorrectionLevel: 'M' });
  const module = side / modules.size;
  document
    .rect(x - QUIET * module, y - QUIET * module, side + 2 * QUIET * module, side + 2 * QUIET * module)
    .fill('white');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) document.rect(x + column * module, y + row * module, module, module);
    }
  }
  document.fill('black');
}

/** Across the page, and once more at its edge: whatever stands over the one, the other is read. */
function drawTraining(document: Structure): void {
  const [middle, height] = [PAGE.width / 2, PAGE.height / 2 + 20 * MM];
  const plain = { lineBreak: false, baseline: 'alphabetic' } as const;
  document
    .save()
    .rotate(-40, { origin: [middle, height] })
    .fillColor(TRAINING_COLOUR);
  PAPER_WORDS.training.forEach((text, index) => {
    document.font('bold').fontSize(TRAINING_SIZES[index] ?? 30);
    document.text(text, middle - document.widthOfString(text) / 2, height + index * 14 * MM, plain);
  });
  document.restore();
  const edge = PAPER_WORDS.training.join(' – ');
  document.font('bold').fontSize(11).fillColor(TRAINING_EDGE);
  document.text(edge, PAGE.width - PAGE.right - document.widthOfString(edge), 13 * MM, plain);
}
