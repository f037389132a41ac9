import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useTexts } from '../../shared/language';
import { Paper } from '../../shared/Paper';
import { PAPER_FILE_TEXTS, paperFileAddress, printPaper } from '../../shared/paper-file';
import { Awaited } from '../../shared/problem';
import { usePaper } from '../../shared/use-paper';
import { useNeighbours } from '../dossier/use-neighbours';
import { dossierAddress } from '../inbox/addresses';
import { readFilter } from '../inbox/filter';
import { useKeys } from '../shell/keys';
import { useTitle } from '../shell/use-title';
import { PAPER_TEXTS } from './texts';

interface PaperPageProps {
  readonly dossier: string;
  readonly paper: string;
}

/** The words of one paper, with the file that is printed and goes out. */
export default function PaperPage({ dossier, paper }: PaperPageProps) {
  const texts = useTexts(PAPER_TEXTS);
  const files = useTexts(PAPER_FILE_TEXTS);
  useTitle(texts.title);
  const filter = readFilter(useSearch());
  const [, go] = useLocation();
  const { following } = useNeighbours(dossier, filter);
  const query = usePaper(dossier, paper);
  const address = paperFileAddress(dossier, paper);
  const isIssued = query.data?.issued ?? false;
  usePrintOnArrival(isIssued, address);
  const toDossier = dossierAddress(dossier, filter);
  useKeys({ P: () => isIssued && printPaper(address), Escape: () => go(toDossier) });
  return (
    <div className="paper-page">
      <div className="paper-acts">
        {isIssued && <FileButtons address={address} />}
        {following && (
          <Button component={Link} href={dossierAddress(following, filter)} variant="default">
            {texts.next}
          </Button>
        )}
        <Button component={Link} href={toDossier} variant="subtle">
          {texts.toDossier}
        </Button>
      </div>
      {query.data && !isIssued && <p role="note">{files.notIssued}</p>}
      <Awaited query={query}>{(data) => <Paper paper={data} />}</Awaited>
    </div>
  );
}

function FileButtons({ address }: { readonly address: string }) {
  const texts = useTexts(PAPER_FILE_TEXTS);
  return (
    <>
      <Button
        leftSection={<IconPrinter size={20} stroke={1.75} aria-hidden />}
        aria-keyshortcuts="P"
        onClick={() => printPaper(address)}
      >
        {texts.print}
      </Button>
      <Button
        component="a"
        href={address}
        download
        variant="default"
        leftSection={<IconDownload size={20} stroke={1.75} aria-hidden />}
      >
        {texts.download}
      </Button>
    </>
  );
}

/** Whoever has just received a dossier wants its receipt, not a page that offers it. */
function usePrintOnArrival(isThere: boolean, address: string): void {
  useEffect(() => {
    if (!isThere || location.hash !== '#print') return;
    history.replaceState(history.state, '', location.pathname + location.search);
    printPaper(address);
  }, [isThere, address]);
}
