import { Button, Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { api, dataOf } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { announce } from '../shell/announcements';
import { askedFor } from './filter';
import { useList } from './list-context';
import { PrintedList } from './PrintedList';
import { INBOX_TEXTS } from './texts';
import { allLines, type InboxLine } from './use-inbox';

/** As many rows as are printed at once. */
const MOST_ROWS = 1_000;

interface ToolProps {
  /** The rows that are meant; without them, everything that the filter means. */
  readonly lines?: readonly InboxLine[];
}

/** For the whole list, as long as nothing is marked. */
export function ListTools() {
  const texts = useTexts(INBOX_TEXTS);
  const printing = usePrinting();
  const exporting = useExport();
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="subtle" leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}>
            {texts.listTools}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => printing.print()}>{texts.print}</Menu.Item>
          <Menu.Item onClick={() => exporting.mutate(undefined)}>{texts.exportSheet}</Menu.Item>
          <Menu.Label>{texts.exportMeans}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {printing.sheet}
      {printing.error && <ProblemNote error={printing.error} />}
      {exporting.error && <ProblemNote error={exporting.error} />}
    </>
  );
}

export function PrintButton({ lines }: ToolProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { print, sheet } = usePrinting();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
        onClick={() => print(lines)}
      >
        {texts.print}
      </Button>
      {sheet}
    </>
  );
}

export function ExportButton({ lines }: ToolProps) {
  const texts = useTexts(INBOX_TEXTS);
  const exporting = useExport();
  return (
    <>
      <Button
        variant="default"
        title={texts.exportMeans}
        leftSection={<IconFileSpreadsheet size={18} stroke={1.75} aria-hidden />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate(lines)}
      >
        {texts.exportSheet}
      </Button>
      {exporting.error && <ProblemNote error={exporting.error} />}
    </>
  );
}

/** Draws the list as it is printed, prints it, and takes it away again. */
function usePrinting() {
  const { filter, me } = useList();
  const [lines, setLines] = useState<readonly InboxLine[]>();
  const loading = useMutation({ mutationFn: () => allLines(filter, MOST_ROWS), onSuccess: setLines });
  const sheet =
    lines &&
    createPortal(
      <PrintedList me={me} filter={filter} lines={lines} onPrinted={() => setLines(undefined)} />,
      document.body,
    );
  return {
    sheet,
    error: loading.error,
    print: (chosen?: readonly InboxLine[]) => (chosen ? setLines(chosen) : loading.mutate()),
  };
}

function useExport() {
  const texts = useTexts(INBOX_TEXTS);
  const { filter } = useList();
  return useMutation({
    mutationFn: async (lines: readonly InboxLine[] | undefined) => {
      const only = lines?.map(({ dossier, task }) => ({ dossier, task }));
      const body = { filter: { ...askedFor(filter), words: filter.q }, only };
      const answer = await api.POST('/api/inbox/export', { body, parseAs: 'blob' });
      return { file: dataOf(answer) as unknown as Blob, name: nameOf(answer.response) };
    },
    onSuccess: ({ file, name }) => {
      saveFile(file, name);
      announce(texts.exported);
    },
  });
}

function nameOf({ headers }: Response): string {
  return /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? 'hop-viec.xlsx';
}

function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
