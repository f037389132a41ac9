import { Checkbox, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTexts } from '../../shared/language';
import { type Preferences, usePreference } from './preferences';
import { SHELL_TEXTS } from './texts';

/** Density, size of text, and whether single letters are keys. */
export function DisplaySettings() {
  const texts = useTexts(SHELL_TEXTS);
  const [density, setDensity] = usePreference('density');
  const [textSize, setTextSize] = usePreference('text-size');
  const [hasLetterKeys, setLetterKeys] = usePreference('letter-keys');
  return (
    <div className="display-settings">
      <Labelled label={texts.density}>
        {(labelledBy) => (
          <SegmentedControl
            fullWidth
            aria-labelledby={labelledBy}
            value={density}
            onChange={(value) => setDensity(value as Preferences['density'])}
            data={[
              { value: 'cosy', label: texts.cosy },
              { value: 'compact', label: texts.compact },
            ]}
          />
        )}
      </Labelled>
      <Labelled label={texts.textSize}>
        {(labelledBy) => (
          <SegmentedControl
            fullWidth
            aria-labelledby={labelledBy}
            value={String(textSize)}
            onChange={(value) => setTextSize(Number(value) as Preferences['text-size'])}
            data={texts.textSizes.map((name, index) => ({
              value: String(index),
              label: <TextSizeMark name={name} size={index} />,
            }))}
          />
        )}
      </Labelled>
      <Checkbox
        checked={hasLetterKeys}
        label={texts.letterKeys}
        description={texts.letterKeysHelp}
        onChange={({ currentTarget }) => setLetterKeys(currentTarget.checked)}
      />
    </div>
  );
}

interface LabelledProps {
  readonly label: string;
  children(labelledBy: string): React.ReactNode;
}

function Labelled({ label, children }: LabelledProps) {
  const id = useId();
  return (
    <div>
      <p id={id} className="quiet">
        {label}
      </p>
      {children(id)}
    </div>
  );
}

function TextSizeMark({ name, size }: { readonly name: string; readonly size: number }) {
  return (
    <>
      <span aria-hidden="true" className={`text-size-${size}`}>
        A
      </span>
      <span className="visually-hidden">{name}</span>
    </>
  );
}
