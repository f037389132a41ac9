import { isObject } from '@trinhduyet/form';
import type { Schema } from '@trinhduyet/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { api, dataOf } from '../../api';
import { useTexts } from '../../language';
import { ProblemNote } from '../../problem';
import { FORM_TEXTS } from '../texts';
import { useControl, type WidgetProps } from './widget';

/** One search over old and new names, then the village: never three lists of thousands. */
export function PlaceWidget({ field, value, onChange, onLeave }: WidgetProps) {
  const { commune, village } = isObject(value) ? value : {};
  const { data: place } = usePlace(typeof commune === 'string' ? commune : undefined);
  const texts = useTexts(FORM_TEXTS);
  if (typeof commune !== 'string')
    return <PlaceSearch field={field} onChoose={(unit) => onChange({ commune: unit })} />;
  return (
    <div className="place">
      <p className="place-chosen">
        <span>{place ? <PlaceName place={place} /> : '…'}</span>
        <button type="button" className="button button-quiet" onClick={() => onChange(undefined)}>
          {texts.changePlace}
        </button>
      </p>
      <VillageSelect
        field={field}
        commune={commune}
        value={typeof village === 'string' ? village : ''}
        onChange={(chosen) => onChange(chosen === '' ? { commune } : { commune, village: chosen })}
        onLeave={onLeave}
      />
    </div>
  );
}

function PlaceName({ place }: { readonly place: Schema<'Place'> }) {
  const texts = useTexts(FORM_TEXTS);
  return (
    <>
      <strong>{place.name}</strong>, {place.above}
      {place.formerly && <span className="place-formerly"> ({texts.formerly(place.formerly)})</span>}
      {place.training && <span className="tag tag-training">{texts.training}</span>}
    </>
  );
}

interface VillageProps extends Pick<WidgetProps, 'field' | 'onLeave'> {
  readonly commune: string;
  readonly value: string;
  onChange(village: string): void;
}

function VillageSelect({ field, commune, value, onChange, onLeave }: VillageProps) {
  const { id, readOnly, ...control } = useControl(field);
  const texts = useTexts(FORM_TEXTS);
  const { data: villages = [], error, refetch } = useVillages(commune);
  return (
    <>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <label className="place-village" htmlFor={`${id}-village`}>
        <span>{texts.village}</span>
        <select
          aria-describedby={control['aria-describedby']}
          aria-invalid={control['aria-invalid']}
          id={`${id}-village`}
          className="control"
          disabled={readOnly}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onBlur={onLeave}
        >
          <VillageOptions villages={villages} choose={texts.choose} />
        </select>
      </label>
    </>
  );
}

/** A combobox as WAI-ARIA describes it: arrows move, Enter chooses, Escape closes. */
function PlaceSearch({ field, onChoose }: Pick<WidgetProps, 'field'> & { onChoose(unit: string): void }) {
  const { id, ...control } = useControl(field);
  const texts = useTexts(FORM_TEXTS);
  const list = useId();
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const { data: places, isError } = usePlaces(words);
  const isOpen = places !== undefined && words.trim().length > 1;
  const choose = (place: Schema<'Place'> | undefined) => place?.receives && onChoose(place.unit);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setActive(Math.min(active + 1, places.length - 1)),
      ArrowUp: () => setActive(Math.max(active - 1, 0)),
      Enter: () => choose(places[active]),
      Escape: () => setWords(''),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div className="place">
      <input
        aria-describedby={control['aria-describedby']}
        aria-invalid={control['aria-invalid']}
        id={`${id}-search`}
        className="control"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={texts.searchPlace}
        placeholder={texts.searchPlace}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-activedescendant={isOpen && places.length > 0 ? `${list}-${active}` : undefined}
        value={words}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setWords(target.value);
          setActive(0);
        }}
      />
      <p className={isOpen || isError ? 'field-note' : 'visually-hidden'} role="status">
        {isError
          ? texts.unreachable
          : isOpen && (places.length === 0 ? texts.noPlace(words) : texts.placesFound(places.length))}
      </p>
      <ul
        className="options"
        role="listbox"
        id={list}
        hidden={!isOpen || places.length === 0}
        aria-label={texts.searchPlace}
      >
        {(isOpen ? places : []).map((place, index) => (
          <li
            key={place.unit}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-disabled={!place.receives}
            className="option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(place)}
          >
            <PlaceName place={place} />
            {!place.receives && <span className="field-note">{texts.notReceiving}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

const PAUSE = 200;

function usePlaces(words: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [words]);
  return useQuery({
    queryKey: ['places', asked],
    queryFn: async ({ signal }) => dataOf(await api.GET('/api/places', { params: { query: { q: asked } }, signal })),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 3_600_000,
  });
}

export function usePlace(unit: string | undefined) {
  return useQuery({
    queryKey: ['place', unit],
    queryFn: async () => dataOf(await api.GET('/api/places/{unit}', { params: { path: { unit: unit ?? '' } } })),
    enabled: unit !== undefined,
    staleTime: 3_600_000,
  });
}

interface VillageOptionsProps {
  readonly villages: readonly Schema<'Village'>[];
  /** What stands there while none is chosen. */
  readonly choose: string;
}

/** What a choice of villages offers, in the form and at the counter. */
export function VillageOptions({ villages, choose }: VillageOptionsProps) {
  return (
    <>
      <option value="">{choose}</option>
      {villages.map(({ village, name }) => (
        <option key={village} value={village}>
          {name}
        </option>
      ))}
    </>
  );
}

export function useVillages(commune: string | undefined) {
  return useQuery({
    queryKey: ['villages', commune],
    queryFn: async () =>
      dataOf(await api.GET('/api/places/{unit}/villages', { params: { path: { unit: commune ?? '' } } })),
    enabled: commune !== undefined,
    staleTime: 3_600_000,
  });
}
