import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { Paper } from '../../shared/Paper';
import { Awaited } from '../../shared/problem';
import { usePaper } from '../data';
import { PORTAL_TEXTS } from '../texts';

export default function PaperPage({ dossier, paper }: { readonly dossier: string; readonly paper: string }) {
  const texts = useTexts(PORTAL_TEXTS);
  const query = usePaper(dossier, paper);
  return (
    <Awaited query={query}>
      {(view) => (
        <>
          <p className="links no-print">
            <Link href={`/dossiers/${dossier}`}>← {texts.follow}</Link>
          </p>
          <p className="acts no-print">
            <button type="button" className="button button-main" onClick={() => window.print()}>
              {texts.print}
            </button>
          </p>
          <Paper paper={view} />
        </>
      )}
    </Awaited>
  );
}
