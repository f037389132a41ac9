import './paper.css';
import type { Schema } from '@trinhduyet/api-client';
import { dayOf } from '@trinhduyet/calendar';
import { formatPaperDay } from '@trinhduyet/text';
import type { Text } from './language';

/** Papers are Vietnamese: that is the text which holds (NĐ 30/2020/NĐ-CP, Phụ lục I). The layout follows that annex. */
const words = (text: Text) => text.vi;
const TRAINING = 'TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ';

export function Paper({ paper }: { readonly paper: Schema<'PaperView'> }) {
  const { content, training } = paper;
  return (
    <article className="paper" lang="vi">
      {training && <p className="paper-training">{TRAINING}</p>}
      <header className="paper-head">
        <div className="paper-agency">
          {paper.above && <p>{agencyOf(paper.above)}</p>}
          <p>
            <strong>{agencyOf(paper.unit)}</strong>
          </p>
          <p className="paper-rule" aria-hidden="true" />
          <p>Số: {numberOf(paper)}</p>
        </div>
        <div className="paper-state">
          <p>
            <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
          </p>
          <p>
            <strong>Độc lập - Tự do - Hạnh phúc</strong>
          </p>
          <p className="paper-rule" aria-hidden="true" />
          <p className="paper-day">{dayLine(paper)}</p>
        </div>
      </header>
      <h1>{words(content.title)}</h1>
      {content.subject && <p className="paper-subject">{words(content.subject)}</p>}
      {content.paragraphs.map((paragraph, index) => (
        <p key={index} className="paper-text">
          {words(paragraph)}
        </p>
      ))}
      <footer className="paper-foot">
        <p>{paper.code && `Mã hồ sơ: ${paper.code}`}</p>
        <p className="paper-sign">
          <strong>{content.signer && words(content.signer)}</strong>
        </p>
      </footer>
    </article>
  );
}

const agencyOf = (unit: string) => `ỦY BAN NHÂN DÂN ${unit}`.toLocaleUpperCase('vi');

/** The archivist's number once there is one; before that the place for it stays open. */
function numberOf({ number, content }: Schema<'PaperView'>): string {
  if (number) return number;
  return content.number ?? `…/${content.symbol ?? ''}`;
}

function dayLine({ unit, at, issuedOn }: Schema<'PaperView'>): string {
  const place = unit.replace(/^(Xã|Phường|Thị trấn|Huyện|Tỉnh|Thành phố) /, '');
  return `${place}, ${formatPaperDay(issuedOn ?? dayOf(at))}`;
}
