import { Button, Popover, Tooltip } from '@mantine/core';
import { IconAdjustments, IconBell, IconHelpCircle, IconLogout, IconUserCircle } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { Link } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { useSignOut } from '../../shared/session';
import { useNotices } from '../../shared/notices';
import { ProblemNote } from '../../shared/problem';
import { forgetInbox } from '../sign-in/whose-tab';
import { DisplaySettings } from './DisplaySettings';
import { SHELL_TEXTS } from './texts';

interface TopBarProps {
  readonly me: Schema<'Me'>;
  onHelp(): void;
}

export function TopBar({ me, onHelp }: TopBarProps) {
  const texts = useTexts(SHELL_TEXTS);
  const [post] = me.posts;
  return (
    <header className="top-bar">
      <Link href="/desk" className="top-brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span>{texts.brand}</span>
      </Link>
      {post && (
        <Tooltip label={`${post.unitName} · ${post.officeName}`}>
          <span className="top-unit truncate">
            {post.unitName} · {post.officeName}
          </span>
        </Tooltip>
      )}
      <div className="top-acts">
        <NoticeBell />
        <LanguageSwitch />
        <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <TopButton icon={<IconAdjustments size={20} stroke={1.75} aria-hidden />} name={texts.display} />
          </Popover.Target>
          <Popover.Dropdown aria-label={texts.display}>
            <DisplaySettings />
          </Popover.Dropdown>
        </Popover>
        <TopButton
          icon={<IconHelpCircle size={20} stroke={1.75} aria-hidden />}
          name={texts.help}
          aria-keyshortcuts="Shift+? F1"
          onClick={onHelp}
        />
        <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <TopButton
              icon={<IconUserCircle size={20} stroke={1.75} aria-hidden />}
              name={me.name}
              aria-label={`${texts.account}: ${me.name}`}
            />
          </Popover.Target>
          <Popover.Dropdown aria-label={texts.account}>
            <AccountCard me={me} />
          </Popover.Dropdown>
        </Popover>
      </div>
    </header>
  );
}

/** What somebody was told and has not read yet. */
function NoticeBell() {
  const texts = useTexts(SHELL_TEXTS);
  const { data } = useNotices();
  const unread = data?.unread ?? 0;
  const words = unread > 0 ? texts.unread(unread) : texts.notices;
  return (
    <Link href="/desk/notices" className="top-button" title={words} aria-label={words}>
      <IconBell size={20} stroke={1.75} aria-hidden />
      {unread > 0 && <span className="count count-late num">{unread}</span>}
    </Link>
  );
}

interface TopButtonProps extends React.ComponentProps<'button'> {
  readonly icon: React.ReactNode;
  readonly name: string;
}

/** Icon and words; on a narrow page the words are there for readers only. */
function TopButton({ icon, name, className = '', ...rest }: TopButtonProps) {
  return (
    <button type="button" className={`top-button ${className}`} title={name} {...rest}>
      {icon}
      <span className="top-words truncate">{name}</span>
    </button>
  );
}

export function LanguageSwitch() {
  const texts = useTexts(SHELL_TEXTS);
  const { language, setLanguage } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="top-button" lang={other} onClick={() => setLanguage(other)}>
      {texts.otherLanguage}
    </button>
  );
}

function leave(): void {
  forgetInbox();
  location.assign('/desk');
}

function AccountCard({ me }: Pick<TopBarProps, 'me'>) {
  const texts = useTexts(SHELL_TEXTS);
  const say = useSay();
  const signOut = useSignOut();
  return (
    <div className="account-card">
      <strong>{me.name}</strong>
      <p className="quiet">{texts.posts}</p>
      <ul className="plain-list">
        {me.posts.map(({ post, title, unitName, training }) => (
          <li key={post}>
            {say(title)}, {unitName}
            {training && <span className="training-mark">{texts.training}</span>}
          </li>
        ))}
      </ul>
      {signOut.error && <ProblemNote error={signOut.error} />}
      <Button
        variant="default"
        leftSection={<IconLogout size={20} stroke={1.75} aria-hidden />}
        loading={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: leave })}
      >
        {texts.signOut}
      </Button>
    </div>
  );
}
