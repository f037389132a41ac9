import { IconBell, IconFolder, IconHelpCircle, IconHome } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useLanguage, useTexts } from '../shared/language';
import { useNotices } from '../shared/notices';
import { ProblemNote } from '../shared/problem';
import { useMe, useSignOut } from '../shared/session';
import { PORTAL_TEXTS } from './texts';

/** Header, content, and the four places of the bottom bar. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const texts = useTexts(PORTAL_TEXTS);
  return (
    <>
      <a className="skip-link" href="#content">
        {texts.skip}
      </a>
      <header className="top">
        <div className="top-inner">
          <Link href="/" className="brand">
            <img src="/icon.svg" alt={texts.brand} width="32" height="32" />
            <span aria-hidden="true">{texts.brand}</span>
          </Link>
          <Preferences />
          <AccountLine />
        </div>
      </header>
      <main id="content" className="page">
        {children}
      </main>
      <BottomBar />
    </>
  );
}

const SIZES = ['100%', '118%', '140%'] as const;
const SIZE_KEY = 'text-size';

function Preferences() {
  const texts = useTexts(PORTAL_TEXTS);
  const { language, setLanguage } = useLanguage();
  const [size, setSize] = useState(() => Number(localStorage.getItem(SIZE_KEY) ?? 0));
  useEffect(() => {
    document.documentElement.style.fontSize = SIZES[size] ?? SIZES[0];
    localStorage.setItem(SIZE_KEY, String(size));
  }, [size]);
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className="preferences">
      <button type="button" className="button button-quiet" lang={other} onClick={() => setLanguage(other)}>
        {language === 'vi' ? texts.english : texts.vietnamese}
      </button>
      <div role="group" aria-label={texts.textSize} className="sizes">
        {texts.textSizes.map((name, index) => (
          <button
            key={name}
            type="button"
            className={`size size-${index}`}
            aria-label={name}
            aria-pressed={size === index}
            onClick={() => setSize(index)}
          >
            A
          </button>
        ))}
      </div>
    </div>
  );
}

function AccountLine() {
  const texts = useTexts(PORTAL_TEXTS);
  const { data: me } = useMe();
  const signOut = useSignOut();
  const [, go] = useLocation();
  if (me === undefined) return null;
  if (me === null) {
    return (
      <Link className="account" href="/sign-in">
        {texts.signIn}
      </Link>
    );
  }
  return (
    <span className="account">
      <span className="account-name truncate">{me.name}</span>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => signOut.mutate(undefined, { onSuccess: () => go('/') })}
      >
        {texts.signOut}
      </button>
      {signOut.error && <ProblemNote error={signOut.error} />}
    </span>
  );
}

function BottomBar() {
  const texts = useTexts(PORTAL_TEXTS);
  const { data: me } = useMe();
  const { data: notices } = useNotices(Boolean(me));
  const unread = notices?.unread ?? 0;
  return (
    <nav className="bottom" aria-label={texts.brand}>
      <BarLink href="/" icon={<IconHome size={24} stroke={1.75} aria-hidden />} name={texts.homeShort} />
      <BarLink href="/dossiers" icon={<IconFolder size={24} stroke={1.75} aria-hidden />} name={texts.mineShort} />
      <BarLink
        href="/notices"
        icon={<IconBell size={24} stroke={1.75} aria-hidden />}
        name={texts.newsShort}
        count={unread}
      />
      <BarLink href="/help" icon={<IconHelpCircle size={24} stroke={1.75} aria-hidden />} name={texts.helpShort} />
    </nav>
  );
}

interface BarLinkProps {
  readonly href: string;
  readonly icon: ReactNode;
  readonly name: string;
  readonly count?: number;
}

function BarLink({ href, icon, name, count = 0 }: BarLinkProps) {
  const [path] = useLocation();
  const isHere = href === '/' ? path === '/' : path.startsWith(href);
  return (
    <Link href={href} className="bar-link" aria-current={isHere ? 'page' : undefined}>
      {icon}
      <span>
        {name}
        {count > 0 && <span className="count num"> {count}</span>}
      </span>
    </Link>
  );
}
