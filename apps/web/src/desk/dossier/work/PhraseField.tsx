import { Button, Menu } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { type ComponentProps, createContext, type KeyboardEvent, use, useRef, useState } from 'react';
import { api, dataOf, newKey } from '../../../shared/api';
import { useSay, useTexts } from '../../../shared/language';
import { ProblemNote } from '../../../shared/problem';
import { announce } from '../../shell/announcements';
import { inserted } from './inserted';
import { PHRASE_TEXTS } from './phrase-texts';

type Phrase = Schema<'DossierView'>['phrases'][number];

/** The sentences that come with the dossier's request type. */
const PhrasesContext = createContext<readonly Phrase[]>([]);
export const PhrasesProvider = PhrasesContext.Provider;

interface PhraseFieldProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  readonly value: string;
  /** The acts and outcomes that are being written for; without them, whatever is decided. */
  readonly phrasesFor?: readonly string[];
  /** Sentences that are right for any request type. */
  readonly general?: readonly string[];
  readonly menuLabel?: string;
  onText(text: string): void;
}

/** A text to be written by hand, or put together from sentences that are written often: each goes where the caret stands. */
export function PhraseField({ value, phrasesFor, general = [], menuLabel, onText, ...field }: PhraseFieldProps) {
  const texts = useTexts(PHRASE_TEXTS);
  const area = useRef<HTMLTextAreaElement>(null);
  const [isOpen, setOpen] = useState(false);
  const own = useOwnPhrases();
  const insert = (sentence: string) => {
    const { text, caret } = inserted(value, sentence, area.current?.selectionStart ?? value.length);
    onText(text);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(caret, caret);
    });
  };
  const press = (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.key.toLowerCase() !== 'm') return;
    event.preventDefault();
    // The menu hangs on its button, which may be below what is to be seen.
    area.current?.parentElement?.scrollIntoView({ block: 'nearest' });
    setOpen(true);
  };
  return (
    <div className="phrase-field">
      <textarea
        ref={area}
        className="control control-long"
        maxLength={4_000}
        aria-keyshortcuts="Control+M"
        {...field}
        value={value}
        onKeyDown={press}
        onChange={({ target }) => onText(target.value)}
      />
      <Menu
        position="bottom-start"
        shadow="md"
        width={420}
        opened={isOpen}
        onChange={setOpen}
        returnFocus={false}
        hideDetached={false}
        onClose={() => area.current?.focus()}
      >
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={menuLabel}
            leftSection={<IconQuote size={16} stroke={1.75} aria-hidden />}
          >
            {texts.phrases}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="phrase-menu">
          <Sentences phrasesFor={phrasesFor} general={general} onPick={insert} />
          <OwnPhrases own={own} written={value} onPick={insert} />
        </Menu.Dropdown>
      </Menu>
      {own.error && <ProblemNote error={own.error} />}
    </div>
  );
}

interface SentencesProps extends Pick<PhraseFieldProps, 'phrasesFor'> {
  readonly general: readonly string[];
  onPick(sentence: string): void;
}

/** Acts that are no decision have phrases of their own, for which an opinion has no use. */
const NO_DECISION = new Set(['askSupplement', 'refuseReception', 'forwardReception', 'extend']);

function Sentences({ phrasesFor, general, onPick }: SentencesProps) {
  const texts = useTexts(PHRASE_TEXTS);
  const say = useSay();
  const isFor = (where: string) => (phrasesFor ? phrasesFor.includes(where) : !NO_DECISION.has(where));
  const own = use(PhrasesContext).filter((phrase) => phrase.for.some(isFor));
  return (
    <>
      {own.map(({ text, legalBasis }) => (
        <Menu.Item
          key={text.vi}
          onClick={() => onPick(legalBasis ? texts.withBasis(say(text), say(legalBasis)) : say(text))}
        >
          {say(text)}
          {legalBasis && <span className="quiet"> {texts.basis(say(legalBasis))}</span>}
        </Menu.Item>
      ))}
      {general.map((sentence) => (
        <Menu.Item key={sentence} onClick={() => onPick(sentence)}>
          {sentence}
        </Menu.Item>
      ))}
    </>
  );
}

const KEY = ['phrases'];

/** Changing them outlives the menu, which closes at once. */
function useOwnPhrases() {
  const texts = useTexts(PHRASE_TEXTS);
  const queries = useQueryClient();
  const { data: phrases = [] } = useQuery({
    queryKey: KEY,
    queryFn: async () => dataOf(await api.GET('/api/phrases')),
    staleTime: 60_000,
  });
  const change = useMutation({
    mutationFn: (asked: () => Promise<unknown>) => asked(),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return {
    phrases,
    error: change.error,
    keep: (written: string) => {
      const path = { phrase: newKey() };
      const body = { text: written.trim().slice(0, 500) };
      change.mutate(() => api.PUT('/api/phrases/{phrase}', { params: { path }, body }), {
        onSuccess: () => announce(texts.kept),
      });
    },
    drop: (phrase: string) =>
      change.mutate(() => api.DELETE('/api/phrases/{phrase}', { params: { path: { phrase } } })),
  };
}

interface OwnPhrasesProps {
  readonly own: ReturnType<typeof useOwnPhrases>;
  readonly written: string;
  onPick(sentence: string): void;
}

/** Sentences that an official keeps for themselves; what is written now can become one. */
function OwnPhrases({ own: { phrases, keep, drop }, written, onPick }: OwnPhrasesProps) {
  const texts = useTexts(PHRASE_TEXTS);
  const [isDropping, setDropping] = useState(false);
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{texts.own}</Menu.Label>
      {phrases.map(({ id, text }) => (
        <Menu.Item
          key={id}
          color={isDropping ? 'red' : undefined}
          closeMenuOnClick={!isDropping}
          onClick={() => (isDropping ? drop(id) : onPick(text))}
        >
          {isDropping ? texts.drop(text) : text}
        </Menu.Item>
      ))}
      {written.trim() !== '' && <Menu.Item onClick={() => keep(written)}>{texts.keep}</Menu.Item>}
      {phrases.length > 0 && (
        <Menu.Item closeMenuOnClick={false} onClick={() => setDropping(!isDropping)}>
          {isDropping ? texts.dropped : texts.dropSome}
        </Menu.Item>
      )}
    </>
  );
}
