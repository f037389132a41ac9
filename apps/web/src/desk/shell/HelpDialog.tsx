import { Kbd } from '@mantine/core';
import { useTexts } from '../../shared/language';
import { Dialog } from './Dialog';
import { SHELL_TEXTS } from './texts';

interface HelpDialogProps {
  readonly opened: boolean;
  onClose(): void;
}

type KeyName = keyof (typeof SHELL_TEXTS)['vi']['keyNames'];
type KeyRow = readonly [KeyName, ...string[]];

const EVERYWHERE: readonly KeyRow[] = [
  ['search', '/'],
  ['help', '?', 'F1'],
  ['close', 'Esc'],
];
const INBOX: readonly KeyRow[] = [
  ['nextRow', 'J', 'K', '↓', '↑'],
  ['open', 'Enter'],
  ['mark', 'Space'],
  ['markMore', 'Shift ↓', 'Shift ↑'],
  ['assign', 'A'],
  ['refresh', 'N'],
];
const DOSSIER: readonly KeyRow[] = [
  ['main', 'Ctrl Enter'],
  ['mainNext', 'Ctrl Shift Enter'],
  ['neighbours', 'J', 'K'],
  ['panes', '1', '2', '3'],
  ['compare', 'V'],
  ['why', 'I'],
  ['talk', 'C'],
  ['print', 'P'],
  ['phrase', 'Ctrl M'],
];
const COUNTER: readonly KeyRow[] = [
  ['scan', 'F4'],
  ['find', 'F2'],
  ['tickAll', 'F7'],
  ['receive', 'F8'],
  ['ask', 'F9'],
];

export function HelpDialog({ opened, onClose }: HelpDialogProps) {
  const texts = useTexts(SHELL_TEXTS);
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.help} size="xl">
      <ul className="help-steps">
        {texts.helpSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <h3>{texts.keys}</h3>
      <div className="help-keys">
        <KeyTable title={texts.keysEverywhere} rows={EVERYWHERE} />
        <KeyTable title={texts.keysInbox} rows={INBOX} />
        <KeyTable title={texts.keysDossier} rows={DOSSIER} />
        <KeyTable title={texts.keysCounter} rows={COUNTER} />
      </div>
    </Dialog>
  );
}

function KeyTable({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  const { keyNames } = useTexts(SHELL_TEXTS);
  return (
    <table className="key-table">
      <caption>{title}</caption>
      <tbody>
        {rows.map(([name, ...keys]) => (
          <tr key={name}>
            <td>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </td>
            <th scope="row">{keyNames[name]}</th>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
