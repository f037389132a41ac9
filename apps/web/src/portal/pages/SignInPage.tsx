import type { Schema } from '@trinhduyet/api-client';
import { type FormEvent, useState } from 'react';
import { Link, Redirect, useLocation, useSearchParams } from 'wouter';
import { useSay, useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { useDemoAccounts, useDemoSignIn, useMe, useSignIn } from '../../shared/session';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';

export function SignInPage() {
  const texts = useTexts(PORTAL_TEXTS);
  const [query] = useSearchParams();
  const { data: me } = useMe();
  const to = wayBack(query.get('to'));
  if (me?.kind === 'applicant') return <Redirect to={to} replace />;
  return (
    <Page title={texts.signInTitle}>
      <DemoAccounts />
      <PasswordForm />
      <section className="card">
        <h2>{texts.noPhone}</h2>
        <p>{texts.noPhoneHelp}</p>
        <p className="links">
          <Link href="/look-up">{texts.lookUp}</Link>
          <a href="/desk">{texts.officials}</a>
        </p>
      </section>
    </Page>
  );
}

/** Only ever to a page of our own: an address from elsewhere is not followed. */
export function wayBack(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/';
}

function PasswordForm() {
  const texts = useTexts(PORTAL_TEXTS);
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // An official has another desk to go to; this page is for applicants.
    const enter = ({ kind }: Schema<'Me'>) => kind === 'official' && location.assign('/desk');
    signIn.mutate({ login: login.replace(/\s/g, ''), password }, { onSuccess: enter });
  };
  return (
    <form className="card" onSubmit={submit}>
      {signIn.error && <ProblemNote error={signIn.error} />}
      <label className="field">
        <span className="field-label">{texts.login}</span>
        <input
          className="control"
          autoComplete="username"
          required
          value={login}
          onChange={({ target }) => setLogin(target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{texts.password}</span>
        <input
          className="control"
          type={isShown ? 'text' : 'password'}
          autoComplete="current-password"
          required
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      </label>
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} />
        {texts.showPassword}
      </label>
      <button type="submit" className="button button-main" disabled={signIn.isPending}>
        {texts.signIn}
      </button>
    </form>
  );
}

function DemoAccounts() {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { data: accounts = [] } = useDemoAccounts();
  const enter = useDemoSignIn();
  const [, go] = useLocation();
  const [query] = useSearchParams();
  const applicants = accounts.filter(({ kind }) => kind === 'applicant');
  if (applicants.length === 0) return null;
  const choose = ({ login }: Schema<'DemoAccount'>) =>
    enter.mutate(login, { onSuccess: () => go(wayBack(query.get('to'))) });
  return (
    <section className="card" aria-label={texts.demoTitle}>
      <h2>{texts.demoTitle}</h2>
      {enter.error && <ProblemNote error={enter.error} />}
      <ul className="lines">
        {applicants.map((account) => (
          <li key={account.login} className="line">
            <button type="button" className="line-main line-button" onClick={() => choose(account)}>
              <strong>
                {account.name} · <span className="num">{account.login}</span>
              </strong>
              <span className="quiet">{say(account.who)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
