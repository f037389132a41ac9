import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import type { Command } from '../commands';
import { PanelButtons, type PanelProps } from './panel';
import { PostPicker } from './PostPicker';
import { usePost } from './use-post';

interface PostedPanelProps {
  readonly panel: PanelProps;
  readonly label: string;
  readonly send: string;
  /** What is sent to the chosen post; undefined while something else is missing. */
  commandFor(post: string): Command | undefined;
  /** What the act asks for beside the post; `isChecked` once somebody has tried to send it. */
  children(isChecked: boolean): ReactNode;
}

/** What all acts that name a post have in common: whom, or that there is nobody, and the two buttons. */
export function PostedPanel({ panel, label, send, commandFor, children }: PostedPanelProps) {
  const { begun, handling } = panel;
  const texts = useTexts(ACT_TEXTS);
  const { addressees, post, choose } = usePost(panel);
  const [isChecked, setChecked] = useState(false);
  if (addressees.length === 0) return <p>{texts.nobodyToAsk}</p>;
  const tryToSend = () => {
    setChecked(true);
    const command = post === '' ? undefined : commandFor(post);
    if (command) handling.send({ act: begun.act, thenNext: begun.thenNext, command });
  };
  return (
    <>
      <PostPicker
        label={label}
        addressees={addressees}
        isMissing={isChecked && post === ''}
        value={post}
        onChoose={choose}
      />
      {children(isChecked)}
      <PanelButtons handling={handling} send={send} onSend={tryToSend} />
    </>
  );
}
