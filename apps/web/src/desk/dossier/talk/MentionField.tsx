import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useSay, useTexts } from '../../../shared/language';
import { begunAt, completed, offered, type Person } from './mention';
import { TALK_TEXTS } from './texts';
import { usePeople } from './use-talk';

interface MentionFieldProps {
  readonly id: string;
  readonly dossier: string;
  readonly text: string;
  readonly describedBy: string;
  onText(text: string): void;
  onPick(person: Person): void;
  onSend(): void;
}

const LONGEST = 4_000;

/** A text in which @ calls colleagues by name: those alone who may read the dossier are offered. */
export function MentionField({ id, dossier, text, describedBy, onText, onPick, onSend }: MentionFieldProps) {
  const texts = useTexts(TALK_TEXTS);
  const say = useSay();
  const list = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const begun = isDismissed ? undefined : begunAt(text, caret);
  const { data: people = [] } = usePeople(dossier, begun !== undefined);
  const found = begun ? offered(people, begun.words) : [];
  const at = Math.min(active, found.length - 1);

  const pick = (person: Person) => {
    if (!begun) return;
    const next = completed(text, begun, person);
    onPick(person);
    onText(next.text);
    setCaret(next.caret);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const choose: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActive((at + 1) % found.length),
    ArrowUp: () => setActive((at + found.length - 1) % found.length),
    Enter: () => pick(found[at] as Person),
    Tab: () => pick(found[at] as Person),
    Escape: () => setDismissed(true),
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const act = isSend ? onSend : found.length > 0 ? choose[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation(); // the page has other plans with these keys
    act();
  };
  return (
    <div className="mention-field">
      <textarea
        ref={area}
        id={id}
        className="control control-long"
        rows={3}
        maxLength={LONGEST}
        value={text}
        aria-describedby={describedBy}
        aria-keyshortcuts="Control+Enter"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={found.length > 0 ? list : undefined}
        aria-activedescendant={found.length > 0 ? `${list}-${at}` : undefined}
        onKeyDown={press}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onChange={({ target }) => {
          onText(target.value);
          setCaret(target.selectionStart);
          setActive(0);
          setDismissed(false);
        }}
      />
      {found.length > 0 && (
        <ul id={list} className="mention-list" role="listbox" aria-label={texts.people}>
          {found.map((person, index) => (
            <li
              key={person.account}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault(); // the caret stays where it is
                pick(person);
              }}
            >
              {person.name}
              <span className="quiet">
                {say(person.title)}, {person.office}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status">
        {begun && people.length > 0 && texts.found(found.length)}
      </p>
    </div>
  );
}
