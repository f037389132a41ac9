import { formatInstant } from '@trinhduyet/text';
import { Link } from 'wouter';
import { useLanguage, useSay, useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { NEWS_TEXTS } from '../../shared/news-texts';
import { useNotices, useReadNotices } from '../../shared/notices';
import { Page } from '../Page';
import { PORTAL_TEXTS } from '../texts';

export function NoticesPage() {
  const texts = useTexts(PORTAL_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const news: Readonly<Record<string, string>> = useTexts(NEWS_TEXTS);
  const wordsOf = (kind: string) => (Object.hasOwn(news, kind) ? news[kind] : undefined);
  const notices = useNotices();
  useReadNotices(notices.data?.unread);
  return (
    <Page title={texts.news}>
      <Awaited query={notices}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="empty">{texts.newsEmpty}</p>
          ) : (
            <ul className="lines">
              {items.map((notice) => (
                <li key={notice.key} className={notice.read ? 'line' : 'line line-new'}>
                  <Link href={`/dossiers/${notice.dossier}`} className="line-main">
                    <strong>{wordsOf(notice.kind) ?? say(notice.title)}</strong>
                    <span>{say(notice.title)}</span>
                    <span className="quiet num">
                      {notice.code} · {formatInstant(notice.at, language)}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
    </Page>
  );
}
