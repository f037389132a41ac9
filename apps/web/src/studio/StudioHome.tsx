import type { Schema } from '@trinhduyet/api-client';
import { Link } from 'wouter';
import { useTitle } from '../desk/shell/use-title';
import { useSay, useTexts } from '../shared/language';
import { Awaited } from '../shared/problem';
import { CALENDAR_TEXTS } from './calendar/texts';
import { StuckDossiers } from './StuckDossiers';
import { STUDIO_TEXTS } from './texts';
import { useStudioTypes } from './use-studio';

export function StudioHome() {
  const texts = useTexts(STUDIO_TEXTS);
  const calendar = useTexts(CALENDAR_TEXTS);
  useTitle(texts.title);
  const types = useStudioTypes();
  return (
    <div className="page studio">
      <div>
        <h1>{texts.title}</h1>
        <p className="quiet">{texts.readOnly}</p>
        <p>
          <Link href="/studio/calendar">{calendar.link}</Link>
        </p>
      </div>
      <div className="studio-body">
        <section className="card" aria-labelledby="types-title" tabIndex={0}>
          <h2 id="types-title">{texts.types}</h2>
          <Awaited query={types}>{(lines) => <TypeTable types={lines} />}</Awaited>
        </section>
        <StuckDossiers />
      </div>
    </div>
  );
}

function TypeTable({ types }: { readonly types: readonly Schema<'StudioType'>[] }) {
  const texts = useTexts(STUDIO_TEXTS);
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{texts.typeColumn}</th>
          <th scope="col">{texts.datesColumn}</th>
          <th scope="col">{texts.chainsColumn}</th>
          <th scope="col" className="figure">
            {texts.openColumn}
          </th>
        </tr>
      </thead>
      <tbody>
        {types.map((type) => (
          <TypeRow key={`${type.key} ${type.version}`} type={type} />
        ))}
      </tbody>
    </table>
  );
}

function TypeRow({ type }: { readonly type: Schema<'StudioType'> }) {
  const texts = useTexts(STUDIO_TEXTS);
  const say = useSay();
  const { key, version, title, inForce, chains, open } = type;
  return (
    <tr>
      <th scope="row">
        <Link href={`/studio/request-types/${key}/${version}`}>{texts.openVersion(say(title), version)}</Link>
      </th>
      <td>
        <Validity type={type} />
        <p className="quiet">{inForce ? texts.inForce : texts.notInForce}</p>
      </td>
      <td>
        {chains.map((chain) => (
          <p key={chain.vi}>{say(chain)}</p>
        ))}
      </td>
      <td className="figure num">{open}</td>
    </tr>
  );
}

export function Validity({ type: { validFrom, validTo } }: { readonly type: Schema<'StudioType'> }) {
  const texts = useTexts(STUDIO_TEXTS);
  return validTo === null ? texts.from(validFrom) : texts.fromTo(validFrom, validTo);
}
