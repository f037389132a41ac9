import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';

export function HelpPage() {
  const texts = useTexts(PORTAL_TEXTS);
  return (
    <Page title={texts.helpTitle}>
      <ul className="card help">
        {texts.helpLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="links">
        <Link href="/look-up">{texts.lookUp}</Link>
      </p>
    </Page>
  );
}
