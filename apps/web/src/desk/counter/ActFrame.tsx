import { Button, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../shared/language';
import { COUNTER_TEXTS } from './texts';
import type { Counter } from './use-counter';

interface ActFrameProps {
  readonly counter: Counter;
  readonly title: string;
  readonly means: string;
  /** What is still to be written, once somebody has tried to send. */
  readonly fault: string | undefined;
  readonly send: string;
  readonly sendKey?: string;
  readonly color?: string;
  readonly children: ReactNode;
  onSend(): void;
}

/** What an act asks for at the counter: what it means, its fields, and to do it or leave it. */
export function ActFrame(props: ActFrameProps) {
  const { counter, title, means, fault, send, sendKey, color, children, onSend } = props;
  const texts = useTexts(COUNTER_TEXTS);
  return (
    <div className="act-panel">
      <h3>{title}</h3>
      <p className="quiet">{means}</p>
      {children}
      <p className="field-fault" role="alert" hidden={fault === undefined}>
        {fault}
      </p>
      <div className="panel-buttons">
        <Button
          color={color}
          loading={counter.filing.isPending}
          rightSection={sendKey && <Kbd>{sendKey}</Kbd>}
          aria-keyshortcuts={sendKey}
          onClick={onSend}
        >
          {send}
        </Button>
        <Button variant="subtle" onClick={() => counter.ask(undefined)}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}
