import { type DrawnPaper, drawUp, type LocalText, type PaperTemplate, type PrintedPaper } from '@trinhduyet/programme';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FORMS = join(__dirname, '../../../../forms');
const read = <T>(path: string) => JSON.parse(readFileSync(join(FORMS, path), 'utf8')) as T;
export const text = (vi: string): LocalText => ({ vi, en: vi });

export const NAME = 'ĐỖ THỊ ẪM – TRỘN';

const STANDING = {
  issuer: { above: 'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ', name: 'ỦY BAN NHÂN DÂN XÃ MỸ TÚ' },
  place: 'Mỹ Tú',
  on: '2026-01-05',
  signature: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Thành Trung' },
  code: 'H92.31567-260316-0001',
  lookUp: 'https://hotro.example.vn/look-up?code=T7K-4Q2',
  training: false,
};
const VALUES = { name: NAME, salutation: text('bà'), place: 'Ấp 3, Xã Mỹ Tú', issuer: STANDING.issuer.name };

/** The decision that ships, numbered, with a name that has what is rare. */
export function aDecision(change: Partial<DrawnPaper> = {}): PrintedPaper {
  const template = read<PaperTemplate>('housing/papers/decision.json');
  const content = drawUp(template, { values: VALUES, document: { requestKind: 'NEW_BUILD' }, standing: STANDING });
  return { content: { ...content, ...change }, number: '05/QĐ-UBND', issuedOn: '2026-02-09' };
}

/** A receipt with so many papers handed in. */
export function aReceipt(papers: number, change: Partial<DrawnPaper> = {}): PrintedPaper {
  const [template] = read<{ papers: PaperTemplate[] }>('one-stop/papers-2025.json').papers;
  if (!template) throw new Error('There is no form 01.');
  const rows = Array.from({ length: papers }, (_, index) => [
    text(String(index + 1)),
    text('Ảnh ngôi nhà đang ở'),
    text('Bản điện tử'),
    text('2'),
  ]);
  const standing = { ...STANDING, regulation: 'Thông tư 03/2025/TT-VPCP' };
  return { content: { ...drawUp(template, { values: VALUES, document: {}, standing, rows }), ...change } };
}
