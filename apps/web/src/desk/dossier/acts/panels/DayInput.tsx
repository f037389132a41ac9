import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../../shared/language';
import { ACT_TEXTS } from '../act-texts';
import { dayOfText } from './day-of-text';

interface DayInputProps {
  readonly label: string;
  readonly help?: string;
  /** What is wrong with it, where the day itself is one. */
  readonly fault?: string;
  readonly text: string;
  onText(text: string): void;
}

/** A day as everybody writes it: the browser's own field follows the language of the machine. */
export function DayInput({ label, help, fault, text, onText }: DayInputProps) {
  const texts = useTexts(ACT_TEXTS);
  const [isLeft, setLeft] = useState(false);
  const isWrong = isLeft && text !== '' && dayOfText(text) === undefined;
  return (
    <TextInput
      classNames={{ input: 'day-input' }}
      label={label}
      description={help}
      placeholder={texts.dayShape}
      inputMode="numeric"
      value={text}
      error={isWrong ? texts.noSuchDay : fault}
      onBlur={() => setLeft(true)}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
    />
  );
}
