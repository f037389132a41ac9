import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { Paper } from '../../shared/Paper';
import { PAPER_FILE_TEXTS, paperFileAddress } from '../../shared/paper-file';
import { Awaited } from '../../shared/problem';
import { usePaper } from '../../shared/use-paper';
import { PORTAL_TEXTS } from '../texts';

export default function PaperPage({ dossier, paper }: { readonly dossier: string; readonly paper: string }) {
  const texts = useTexts(PORTAL_TEXTS);
  const files = useTexts(PAPER_FILE_TEXTS);
  const address = paperFileAddress(dossier, paper);
  const query = usePaper(dossier, paper);
  return (
    <Awaited query={query}>
      {(view) => (
        <>
          <p className="links no-print">
            <Link href={`/dossiers/${dossier}`}>← {texts.follow}</Link>
          </p>
          {view.issued ? (
            <p className="acts no-print">
              <a className="button button-main" href={address} download>
                {files.download}
              </a>
              <a className="button" href={address} target="_blank" rel="noreferrer">
                {files.open}
              </a>
            </p>
          ) : (
            <p className="quiet">{files.notIssued}</p>
          )}
          <Paper paper={view} />
        </>
      )}
    </Awaited>
  );
}
