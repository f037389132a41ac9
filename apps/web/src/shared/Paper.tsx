import './paper.css';
import type { Schema } from '@trinhduyet/api-client';
import {
  articleParts,
  formLine,
  PAPER_WORDS,
  paperReference,
  placeAndDay,
  type PrintedPaper,
} from '@trinhduyet/programme';
import { Fragment } from 'react';
import type { Text } from './language';
import { useTexts } from './language';
import { PAPER_FILE_TEXTS } from './paper-file';

type View = Schema<'PaperView'>;
type Content = View['content'];

/** Papers are Vietnamese: that is the text which holds (NĐ 30/2020/NĐ-CP, Phụ lục I). The layout follows that annex. */
const words = (text: Text) => text.vi;

/** The words of a paper, to read on screen. The paper itself is its file. */
export function Paper({ paper }: { readonly paper: View }) {
  const texts = useTexts(PAPER_FILE_TEXTS);
  const { content } = paper;
  return (
    <>
      <p className="paper-printed">{texts.notThePaper}</p>
      <article className="paper" lang="vi">
        {content.training && <p className="paper-training">{PAPER_WORDS.training.join(' – ')}</p>}
        <Head paper={paper} />
        <h1>{words(content.title)}</h1>
        {content.subject && <p className="paper-subject">{words(content.subject)}</p>}
        {content.authority && <p className="paper-subject">{words(content.authority)}</p>}
        {content.addressee && (
          <p className="paper-addressee">
            {PAPER_WORDS.addressed} {words(content.addressee)}
          </p>
        )}
        {content.grounds.map((ground, index) => (
          <p key={index} className="paper-text paper-ground">
            {words(ground)}
          </p>
        ))}
        {content.operative && <p className="paper-subject">{words(content.operative)}</p>}
        <Body content={content} />
        <Foot content={content} />
      </article>
    </>
  );
}

function printed({ content, number, issuedOn }: View): PrintedPaper {
  return { content, number: number ?? undefined, issuedOn: issuedOn ?? undefined };
}

function Head({ paper }: { readonly paper: View }) {
  const { issuer } = paper.content;
  const form = formLine(paper.content);
  return (
    <header className="paper-head">
      <div className="paper-agency">
        {issuer.above && <p>{issuer.above}</p>}
        <p>
          <strong>{issuer.name}</strong>
        </p>
        <p className="paper-rule" aria-hidden="true" />
        <p>{paperReference(printed(paper))}</p>
        {form && <p className="paper-form">{form}</p>}
      </div>
      <div className="paper-state">
        <p>
          <strong>{PAPER_WORDS.nation}</strong>
        </p>
        <p>
          <strong>{PAPER_WORDS.motto}</strong>
        </p>
        <p className="paper-rule" aria-hidden="true" />
        <p className="paper-day">{placeAndDay(printed(paper))}</p>
      </div>
    </header>
  );
}

function Body({ content: { paragraphs, table } }: { readonly content: Content }) {
  return paragraphs.map((paragraph, index) => (
    <Fragment key={index}>
      {table?.after === index && <Table table={table} />}
      <Paragraph text={words(paragraph)} />
    </Fragment>
  ));
}

function Paragraph({ text }: { readonly text: string }) {
  const [label, rest] = articleParts(text);
  return (
    <p className="paper-text">
      {label && <strong>{label}</strong>}
      {rest}
    </p>
  );
}

function Table({ table: { columns, rows } }: { readonly table: NonNullable<Content['table']> }) {
  return (
    <div className="paper-table">
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.vi} scope="col">
                {words(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, index) => (
                <td key={index}>{words(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Foot({ content: { recipients, signature, code } }: { readonly content: Content }) {
  return (
    <footer className="paper-foot">
      <div className="paper-recipients">
        {recipients.length > 0 && (
          <p>
            <strong>
              <em>{PAPER_WORDS.recipients}</em>
            </strong>
          </p>
        )}
        {recipients.map((recipient) => (
          <p key={recipient.vi}>{words(recipient)}</p>
        ))}
        {code && <p className="num">{code}</p>}
      </div>
      <div className="paper-sign">
        {signature.lines.map((line) => (
          <p key={line}>
            <strong>{line}</strong>
          </p>
        ))}
        <p className="paper-name">
          <strong>{signature.name}</strong>
        </p>
      </div>
    </footer>
  );
}
