import type { Schema } from '@trinhduyet/api-client';
import { useTexts } from '../../shared/language';
import { focusAmong } from '../shell/focus-among';
import type { Found } from './draft';
import { bornOf } from './person-words';
import { COUNTER_TEXTS } from './texts';

interface PeopleListProps {
  readonly found: Schema<'PeopleFound'>;
  readonly words: string;
  onChoose(person: Found): void;
}

/** Those of the commune who have the name; the arrows move, Enter chooses. */
export function PeopleList({ found: { people, isMore }, words, onChoose }: PeopleListProps) {
  const texts = useTexts(COUNTER_TEXTS);
  const move = (event: React.KeyboardEvent<HTMLElement>) => {
    const to = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    focusAmong(buttons, buttons.indexOf(document.activeElement as HTMLButtonElement), to);
  };
  return (
    <div id="counter-people">
      <p className="field-help" role="status">
        {people.length === 0 && texts.nobody(words)}
        {people.length > 0 && (isMore ? texts.peopleMore(people.length) : texts.peopleFound(people.length))}
      </p>
      <ul className="counter-people" onKeyDown={move}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className="counter-person" onClick={() => onChoose(person)}>
              <strong>{person.name}</strong>
              <span className="num">
                {bornOf(person)} · {person.maskedNumber}
              </span>
              <span>
                {person.villageName}
                {person.household && ` · ${texts.headOf(person.household.headName)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
