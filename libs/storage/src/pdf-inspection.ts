import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * What a PDF may not carry, as keys or as names: programs, files inside it, forms that are programs, and everything
 * that acts when it is opened (ISO 32000-1, 7.11.4 and 12.6.4).
 */
const UNWANTED: ReadonlySet<string> = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'EF',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'Movie',
  'Rendition',
]);
/** Long enough not to turn up in a compressed picture by chance. A reader may follow another table than ours. */
const UNWANTED_ANYWHERE = /\/(JavaScript|Launch|EmbeddedFile|RichMedia)/;

/** Whether every part of the document can be read and nothing in it can act. Throws when it cannot be read. */
async function isHarmless(bytes: Buffer): Promise<boolean> {
  const text = bytes.toString('latin1');
  if (!startsAndEndsAsOne(text) || UNWANTED_ANYWHERE.test(unescapedNames(text))) return false;
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  if (document.isEncrypted || document.getPageCount() === 0) return false;
  return document.context.enumerateIndirectObjects().every(([, object]) => !hasUnwanted(object));
}

/** From its first byte to its last: a file that is also a page or an archive has more before or after. */
function startsAndEndsAsOne(text: string): boolean {
  const end = text.lastIndexOf('%%EOF');
  return text.startsWith('%PDF-') && end > 0 && /^[\s\0]*$/.test(text.slice(end + '%%EOF'.length));
}

/** `/J#61vaScript` is the same name as `/JavaScript` (ISO 32000-1, 7.3.5). */
function unescapedNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function hasUnwanted(object: PDFObject): boolean {
  if (object instanceof PDFName) return UNWANTED.has(object.decodeText());
  if (object instanceof PDFArray) return object.asArray().some(hasUnwanted);
  if (object instanceof PDFStream) return hasUnwanted(object.dict);
  return object instanceof PDFDict && object.entries().some(([key, value]) => hasUnwanted(key) || hasUnwanted(value));
}

async function answer(): Promise<void> {
  const harmless = await isHarmless(readFileSync(workerData as string)).catch(() => false);
  parentPort?.postMessage(harmless);
}
void answer();
