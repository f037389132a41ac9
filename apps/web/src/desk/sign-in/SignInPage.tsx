import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../shared/language';
import { ProblemNote } from '../../shared/problem';
import { useSignIn } from '../../shared/session';
import { SHELL_TEXTS } from '../shell/texts';
import { LanguageSwitch } from '../shell/TopBar';
import { useTitle } from '../shell/use-title';
import { DemoAccounts } from './DemoAccounts';
import { startAfresh } from './start-afresh';
import { SIGN_IN_TEXTS } from './texts';

/** Stands in the place of whatever page was asked for; that page comes as soon as somebody has signed in. */
export function SignInPage({ hasEnded }: { readonly hasEnded: boolean }) {
  const texts = useTexts(SIGN_IN_TEXTS);
  const { brand } = useTexts(SHELL_TEXTS);
  useTitle(texts.title);
  return (
    <main className="sign-in">
      <header className="sign-in-head">
        <img src="/icon.svg" alt="" width="40" height="40" />
        <span>{brand}</span>
        <LanguageSwitch />
      </header>
      <section className="card" aria-labelledby="sign-in-title">
        <h1 id="sign-in-title">{texts.title}</h1>
        {hasEnded && <p className="note note-waiting">{texts.ended}</p>}
        <SignInForm />
        <p className="quiet">
          <a href="/">{texts.forPeople}</a>
        </p>
      </section>
      <DemoAccounts />
    </main>
  );
}

function SignInForm() {
  const texts = useTexts(SIGN_IN_TEXTS);
  const signIn = useSignIn();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ login: login.trim(), password }, { onSuccess: startAfresh });
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <TextInput
        label={texts.login}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        value={login}
        onChange={({ currentTarget }) => setLogin(currentTarget.value)}
      />
      <PasswordInput
        label={texts.password}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': texts.reveal, tabIndex: 0, 'aria-hidden': false }}
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
      />
      {signIn.error && <ProblemNote error={signIn.error} />}
      <Button type="submit" loading={signIn.isPending}>
        {texts.signIn}
      </Button>
    </form>
  );
}
