import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconCalendarEvent,
  IconClockExclamation,
  IconInbox,
  IconKeyboard,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconNumbers,
  IconSitemap,
  IconUserScan,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { Link, useLocation } from 'wouter';
import { useTexts } from '../../shared/language';
import { holds, isHead } from './duties';
import { usePreference } from './preferences';
import { SHELL_TEXTS } from './texts';

interface PlaceLink {
  readonly href: string;
  /** Where the pages are that belong to it; without it, below its own address. */
  readonly with?: string;
  readonly name: string;
  readonly icon: TablerIcon;
}

/** Where one may go: at the side of the page, and below it on a phone. */
export function Rail({ me }: { readonly me: Schema<'Me'> }) {
  const texts = useTexts(SHELL_TEXTS);
  const [hasNames, setNames] = usePreference('names');
  const Toggle = hasNames ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  const toggleName = hasNames ? texts.hideNames : texts.showNames;
  const places: readonly PlaceLink[] = [
    { href: '/desk', with: '/desk/dossiers', name: texts.inbox, icon: IconInbox },
    ...(holds(me, 'clerk') ? [{ href: '/desk/counter', name: texts.counter, icon: IconUserScan }] : []),
    ...(holds(me, 'clerk', 'specialist') ? [{ href: '/desk/untyped', name: texts.untyped, icon: IconKeyboard }] : []),
    ...(isHead(me) ? [{ href: '/desk/overdue', name: texts.overdueShort, icon: IconClockExclamation }] : []),
    ...(holds(me, 'archivist') ? [{ href: '/desk/numbers', name: texts.numbers, icon: IconNumbers }] : []),
    ...(holds(me, 'administrator')
      ? [{ href: '/studio', with: '/studio/request-types', name: texts.studio, icon: IconSitemap }]
      : []),
    ...(holds(me, 'administrator', 'leader')
      ? [{ href: '/studio/calendar', name: texts.calendar, icon: IconCalendarEvent }]
      : []),
  ];
  return (
    <nav className="rail" data-names={hasNames} aria-label={texts.places}>
      {places.map((place) => (
        <RailLink key={place.href} {...place} hasName={hasNames} />
      ))}
      <Tooltip label={toggleName} position="right">
        <ActionIcon className="rail-toggle" aria-label={toggleName} onClick={() => setNames(!hasNames)}>
          <Toggle size={20} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </nav>
  );
}

function RailLink({ href, with: within = href, name, icon: Icon, hasName }: PlaceLink & { readonly hasName: boolean }) {
  const [path] = useLocation();
  const isHere = path === href || path.startsWith(`${within}/`);
  return (
    <Tooltip label={name} position="right" disabled={hasName}>
      <Link href={href} className="rail-link" aria-current={isHere ? 'page' : undefined}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <span className="rail-name">{name}</span>
      </Link>
    </Tooltip>
  );
}
