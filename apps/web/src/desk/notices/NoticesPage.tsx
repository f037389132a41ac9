import { IconBell } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { formatInstant } from '@trinhduyet/text';
import { useState } from 'react';
import { Link } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { NEWS_TEXTS } from '../../shared/news-texts';
import { useNotices, useReadNotices } from '../../shared/notices';
import { Awaited } from '../../shared/problem';
import { dossierAddress, TALK_HASH } from '../inbox/addresses';
import { useTitle } from '../shell/use-title';
import { NOTICE_TEXTS } from './texts';

type Notice = Schema<'Notice'>;

/** What an official was told: each leads to its dossier. Seen here, they are read. */
export default function NoticesPage() {
  const texts = useTexts(NOTICE_TEXTS);
  useTitle(texts.title);
  const notices = useNotices();
  useReadNotices(notices.data?.unread);
  const fresh = useFresh(notices.data?.items);
  return (
    <div className="page notices">
      <h1>{texts.title}</h1>
      <Awaited query={notices}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="card empty">
              <IconBell size={56} stroke={1} aria-hidden />
              <p>{texts.none}</p>
            </div>
          ) : (
            <ul className="card plain-list">
              {items.map((notice) => (
                <NoticeLine key={notice.key} notice={notice} isFresh={fresh.has(notice.key)} />
              ))}
            </ul>
          )
        }
      </Awaited>
    </div>
  );
}

/** What was unread when it was first seen here stays marked as new until the page is left. */
function useFresh(items: readonly Notice[] = []): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const more = items.filter(({ key, read }) => !read && !fresh.has(key));
  if (more.length > 0) setFresh(new Set([...fresh, ...more.map(({ key }) => key)]));
  return fresh;
}

function NoticeLine({ notice, isFresh }: { readonly notice: Notice; readonly isFresh: boolean }) {
  const texts = useTexts(NOTICE_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const news: Readonly<Record<string, string>> = useTexts(NEWS_TEXTS);
  const words = Object.hasOwn(news, notice.kind) ? news[notice.kind] : say(notice.title);
  return (
    <li className="notice-line" data-fresh={isFresh}>
      <Link href={dossierAddress(notice.dossier) + (notice.kind === 'mentioned' ? TALK_HASH : '')}>{words}</Link>
      {isFresh && <span className="count">{texts.fresh}</span>}
      <p className="quiet">
        {say(notice.title)} · <span className="num">{notice.code}</span> · {formatInstant(notice.at, language)}
      </p>
    </li>
  );
}
