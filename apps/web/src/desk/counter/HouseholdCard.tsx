import type { Schema } from '@trinhduyet/api-client';
import { formatDay } from '@trinhduyet/text';
import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { dossierAddress } from '../inbox/addresses';
import { COUNTER_TEXTS } from './texts';

/** The household as the register has it; the category with the decision that recognised it, never as somebody says. */
export function HouseholdCard({ household }: { readonly household: Schema<'PersonFound'>['household'] }) {
  const texts = useTexts(COUNTER_TEXTS);
  if (!household) return <p className="quiet">{texts.noHousehold}</p>;
  const { headName, members, category } = household;
  return (
    <dl className="counter-household">
      <dt>{texts.household}</dt>
      <dd>
        {texts.headOf(headName)}, {texts.members(members.length)}
        <span className="quiet">
          {' '}
          (
          {members
            .map(({ name, relation, birthYear }) =>
              [name, texts.relations[relation as keyof typeof texts.relations], birthYear].filter(Boolean).join(', '),
            )
            .join('; ')}
          )
        </span>
      </dd>
      <dd>
        {category ? (
          <>
            <strong>{texts.categories[category.category]}</strong>{' '}
            <span className="quiet">{texts.decidedBy(category.decisionNo, formatDay(category.decidedOn))}</span>
          </>
        ) : (
          texts.noCategory
        )}
      </dd>
    </dl>
  );
}

/** What is open already: a second one of the same kind is refused. */
export function OpenDossiers({ dossiers }: { readonly dossiers: readonly Schema<'OpenDossier'>[] }) {
  const texts = useTexts(COUNTER_TEXTS);
  if (dossiers.length === 0) return null;
  return (
    <div id="counter-open" className="note note-waiting counter-open">
      <p>
        <strong>{texts.openDossiers}</strong>
      </p>
      <ul>
        {dossiers.map(({ dossier, code, unitName, promisedOn, isSeen, awaitsPapers }) => (
          <li key={dossier}>
            <span className="num">{code}</span> ·{' '}
            {texts.openOf(unitName, promisedOn === null ? '' : formatDay(promisedOn))}
            {awaitsPapers && <strong> · {texts.waitsForPapers}</strong>}{' '}
            {isSeen && <Link href={dossierAddress(dossier)}>{texts.open}</Link>}
          </li>
        ))}
      </ul>
    </div>
  );
}
