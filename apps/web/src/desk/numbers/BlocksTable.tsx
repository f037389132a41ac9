import type { Schema } from '@trinhduyet/api-client';
import { useTexts } from '../../shared/language';
import { NUMBERS_TEXTS } from './texts';

type Block = Schema<'NumberBlock'>;

export function BlocksTable({ blocks }: { readonly blocks: readonly Block[] }) {
  const texts = useTexts(NUMBERS_TEXTS);
  return (
    <section className="card" aria-labelledby="blocks-title" tabIndex={0}>
      <h2 id="blocks-title">{texts.reserved}</h2>
      {blocks.length === 0 ? (
        <p className="quiet">{texts.none}</p>
      ) : (
        <table className="plain-table numbers-table">
          <thead>
            <tr>
              <th scope="col">{texts.register}</th>
              <th scope="col">{texts.year}</th>
              <th scope="col">{texts.range}</th>
              <th scope="col">{texts.used}</th>
              <th scope="col">{texts.next}</th>
              <th scope="col">{texts.by}</th>
            </tr>
          </thead>
          <tbody>
            {blocks.map((block) => (
              <BlockRow key={`${block.unit} ${block.register} ${block.year} ${block.first}`} block={block} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function BlockRow({ block }: { readonly block: Block }) {
  const texts = useTexts(NUMBERS_TEXTS);
  const { register, unitName, year, first, last, used, by } = block;
  const all = last - first + 1;
  return (
    <tr>
      <td>
        {register}
        <p className="quiet">{unitName}</p>
      </td>
      <td className="num">{year}</td>
      <td className="num">
        {first}–{last}
      </td>
      <td className="num" title={used.join(', ')}>
        {texts.usedOf(used.length, all)}
      </td>
      <td className="num">{nextOf(block) ?? texts.full}</td>
      <td>{by}</td>
    </tr>
  );
}

/** The first number of the block that no paper has. */
function nextOf({ first, last, used }: Block): number | undefined {
  const given = new Set(used);
  for (let number = first; number <= last; number += 1) if (!given.has(number)) return number;
  return undefined;
}
