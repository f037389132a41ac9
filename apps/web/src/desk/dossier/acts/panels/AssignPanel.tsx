import { NativeSelect } from '@mantine/core';
import { compareNames } from '@trinhduyet/text';
import { useTexts } from '../../../../shared/language';
import { useKept } from '../../work/kept';
import { ACT_TEXTS } from '../act-texts';
import { COMMANDS } from '../commands';
import { PanelButtons, type PanelProps } from './panel';

export function AssignPanel({ begun: { act, thenNext }, handling, dossier }: PanelProps) {
  const texts = useTexts(ACT_TEXTS);
  const people = [...dossier.colleagues].sort((one, other) => compareNames(one.name, other.name));
  const [to, setTo] = useKept(handling.keep<string>(act, 'to'), people[0]?.account ?? '');
  if (people.length === 0) return <p>{texts.noColleague}</p>;
  const send = () => handling.send({ act, thenNext, command: COMMANDS.assign({ task: act.task, to }) });
  return (
    <>
      <NativeSelect
        className="field"
        label={texts.assignTo}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        data={people.map(({ account, name }) => ({ value: account, label: name }))}
      />
      <PanelButtons handling={handling} send={texts.assignSend} onSend={send} />
    </>
  );
}
