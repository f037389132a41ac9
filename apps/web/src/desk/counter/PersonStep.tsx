import type { Schema } from '@trinhduyet/api-client';
import { formatDay } from '@trinhduyet/text';
import { useTexts } from '../../shared/language';
import { usePlace, useVillages, VillageOptions } from '../../shared/form/widgets/PlaceWidget';
import { ProblemNote } from '../../shared/problem';
import { type Found, missingOf } from './draft';
import { focusOn, focusStep, onEnter } from './focus';
import { HouseholdCard, OpenDossiers } from './HouseholdCard';
import { bornOf, numberInGroups } from './person-words';
import { Step } from './Step';
import { COUNTER_TEXTS } from './texts';
import type { Counter } from './use-counter';

interface PersonStepProps {
  readonly counter: Counter;
  readonly found?: Found;
  readonly desk: Schema<'CounterDesk'>;
}

/** Who it is and where the household lives: read for whom the register knows, short to fill in for whom it does not. */
export function PersonStep({ counter, found, desk }: PersonStepProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const { draft, standing } = counter;
  return (
    <Step number={2} title={texts.steps.household}>
      {draft.warnings.map((code) => (
        <p key={code} className="field-warning">
          {texts.warning[code as keyof typeof texts.warning]}
        </p>
      ))}
      {found ? <KnownPerson found={found} counter={counter} /> : <NewPerson counter={counter} />}
      <PlaceAndPhone counter={counter} found={found} desk={desk} />
      <OpenDossiers dossiers={standing.openDossiers} />
    </Step>
  );
}

function KnownPerson({ found, counter }: { readonly found: Found; readonly counter: Counter }) {
  const texts = useTexts(COUNTER_TEXTS);
  const { card } = counter.draft;
  return (
    <>
      <div className="counter-who">
        <strong className="counter-name">{found.name}</strong>
        <span className="num">
          {bornOf(found)} · {texts.sexes[found.sex]} · {card ? numberInGroups(card.citizenNumber) : found.maskedNumber}
        </span>
        <span className="counter-mark">✓ {texts.known}</span>
      </div>
      {card?.name !== undefined && card.name !== found.name && (
        <p className="field-warning">{texts.namesDiffer(card.name)}</p>
      )}
      <HouseholdCard household={found.household} />
    </>
  );
}

/** What a reader has typed of a name is shown to be compared: the register will have it as it stands here. */
function NewPerson({ counter }: { readonly counter: Counter }) {
  const texts = useTexts(COUNTER_TEXTS);
  const { draft, comer, change } = counter;
  const { card } = draft;
  const goOn = onEnter(() => focusOn(comer.dateOfBirth === undefined ? 'counter-born' : 'counter-village'));
  return (
    <>
      <p className="field-help">{texts.unknown}</p>
      <div className="counter-fields">
        <label className="counter-wide">
          <span className="field-label">{texts.name}</span>
          <input
            id="counter-name"
            className="control"
            autoComplete="off"
            maxLength={100}
            value={comer.name}
            onChange={({ target }) => change({ name: target.value })}
            onKeyDown={goOn}
          />
        </label>
        {card && (
          <p className="counter-fact">
            <span className="field-label">{texts.number}</span>
            <span className="num">{numberInGroups(card.citizenNumber)}</span>
          </p>
        )}
        {card?.dateOfBirth ? (
          <p className="counter-fact">
            <span className="field-label">{texts.born}</span>
            <span className="num">{formatDay(card.dateOfBirth)}</span>
          </p>
        ) : (
          <label>
            <span className="field-label">{texts.born}</span>
            <input
              id="counter-born"
              className="control num"
              inputMode="numeric"
              autoComplete="off"
              placeholder={texts.bornHelp}
              value={draft.born}
              onChange={({ target }) => change({ born: target.value })}
              onKeyDown={onEnter(() => focusOn('counter-village'))}
            />
          </label>
        )}
        <label>
          <span className="field-label">{texts.sex}</span>
          <select
            className="control"
            value={comer.sex}
            onChange={({ target }) => change({ sex: target.value === 'M' ? 'M' : 'F' })}
            onKeyDown={onEnter(() => focusOn('counter-village'))}
          >
            {(['M', 'F'] as const).map((sex) => (
              <option key={sex} value={sex}>
                {texts.sexes[sex]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

function PlaceAndPhone({ counter, found, desk }: PersonStepProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const { draft, comer, standing, change } = counter;
  const { data: villages = [], error, refetch } = useVillages(comer.commune);
  const { data: place } = usePlace(comer.commune);
  const isListed = desk.communes.some(({ unit }) => unit === comer.commune);
  const goOn = onEnter(() => {
    const missing = missingOf(standing);
    focusStep(missing === 'name' || missing === 'born' ? missing : undefined);
    if (missing === 'service') focusStep(missing);
  });
  return (
    <div className="counter-fields">
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <label>
        <span className="field-label">{texts.village}</span>
        <select
          id="counter-village"
          className="control"
          value={comer.village}
          onChange={({ target }) => change({ commune: comer.commune, village: target.value })}
          onKeyDown={goOn}
        >
          <VillageOptions villages={villages} choose={texts.choose} />
        </select>
      </label>
      <label>
        <span className="field-label">{texts.commune}</span>
        <select
          className="control"
          value={comer.commune}
          onChange={({ target }) => change({ commune: target.value, village: '' })}
          onKeyDown={goOn}
        >
          {!isListed && <option value={comer.commune}>{place?.name ?? found?.communeName}</option>}
          {desk.communes.map(({ unit, name }) => (
            <option key={unit} value={unit}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="field-label">
          {texts.phone} <span className="field-optional">{texts.optional}</span>
        </span>
        <input
          className="control num"
          inputMode="tel"
          autoComplete="off"
          maxLength={20}
          value={draft.phone === '' ? (found?.phone ?? '') : draft.phone}
          onChange={({ target }) => change({ phone: target.value })}
          onKeyDown={goOn}
        />
      </label>
    </div>
  );
}
