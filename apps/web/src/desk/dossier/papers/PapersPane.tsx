import { IconFileTypePdf } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { formatInstant } from '@trinhduyet/text';
import { Link } from 'wouter';
import { fileAddress } from '../../../shared/files';
import { useLanguage, useSay, useTexts } from '../../../shared/language';
import { paperAddress } from '../../inbox/addresses';
import type { InboxFilter } from '../../inbox/filter';
import { FlagButton } from '../form/FieldActs';
import { PhotoViewer } from './PhotoViewer';
import { DOSSIER_TEXTS } from '../texts';
import type { Flags } from '../form/use-flags';
import type { View } from '../use-view';
import { type DossierFile, hidesFiles, namedFiles } from './named-files';

interface PapersPaneProps {
  readonly dossier: Schema<'DossierView'>;
  readonly filter: InboxFilter;
  readonly flags: Flags;
  readonly view: View;
}

/** The photos and papers that came with the form, and those that the office has drawn up. */
export function PapersPane({ dossier, filter, flags, view }: PapersPaneProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const files = namedFiles(dossier);
  const shown = files.find(({ id }) => id === view.file) ?? files[0];
  return (
    <div className="pane-body papers">
      {shown ? (
        <>
          <FileStage file={shown} files={files} view={view} dossier={dossier.id}>
            {flags.mayFlag && <FlagButton flags={flags} flag={flagOf(shown)} />}
          </FileStage>
          <Thumbnails {...{ files, shown, view }} dossier={dossier.id} />
        </>
      ) : (
        <p className="empty quiet">{hidesFiles(dossier) ? texts.hiddenFiles : texts.noFiles}</p>
      )}
      <IssuedPapers dossier={dossier} filter={filter} />
    </div>
  );
}

/** A photo is asked for again under its field; which of them, the reason says. */
function flagOf({ id, field, title, ofPhoto }: DossierFile) {
  return { key: `${field}#${id}`, field, title, reason: `${ofPhoto}: ` };
}

interface FileStageProps {
  readonly dossier: string;
  readonly file: DossierFile;
  readonly files: readonly DossierFile[];
  readonly view: View;
  readonly children: React.ReactNode;
}

function FileStage({ dossier, file, files, view, children }: FileStageProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  const at = files.indexOf(file);
  const step = (by: number) => view.setFile(files[(at + by + files.length) % files.length]?.id);
  if (file.isImage) {
    return (
      <PhotoViewer
        key={file.id}
        address={fileAddress(dossier, file.id)}
        name={say(file.title)}
        position={`${at + 1}/${files.length}`}
        onStep={files.length > 1 ? step : undefined}
      >
        {children}
      </PhotoViewer>
    );
  }
  return (
    <p className="document-link">
      <IconFileTypePdf size={24} stroke={1.75} aria-hidden />
      <a href={fileAddress(dossier, file.id)} target="_blank" rel="noreferrer">
        {texts.openDocument(say(file.title))}
      </a>
      {children}
    </p>
  );
}

interface ThumbnailsProps {
  readonly dossier: string;
  readonly files: readonly DossierFile[];
  readonly shown: DossierFile;
  readonly view: View;
}

function Thumbnails({ dossier, files, shown, view }: ThumbnailsProps) {
  const texts = useTexts(DOSSIER_TEXTS);
  const say = useSay();
  if (files.length < 2) return null;
  return (
    <ul className="thumbs" aria-label={texts.papers}>
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className="thumb"
            aria-label={say(file.title)}
            aria-pressed={file === shown}
            onClick={() => view.setFile(file.id)}
          >
            {file.isImage ? (
              <img src={fileAddress(dossier, file.id)} alt="" loading="lazy" />
            ) : (
              <IconFileTypePdf size={28} stroke={1.75} aria-hidden />
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function IssuedPapers({ dossier: { id, papers }, filter }: Pick<PapersPaneProps, 'dossier' | 'filter'>) {
  const texts = useTexts(DOSSIER_TEXTS);
  const { language } = useLanguage();
  const say = useSay();
  return (
    <section className="issued">
      <h3>{texts.issued}</h3>
      {papers.length === 0 && <p className="quiet">{texts.noPaper}</p>}
      <ul className="plain-list">
        {papers.map((paper) => (
          <li key={paper.id}>
            <Link href={paperAddress(id, paper.id, filter)}>{say(paper.title)}</Link>
            <p className="quiet">
              {paper.number && <span className="num">{paper.number} · </span>}
              <span className="num">{formatInstant(paper.at, language)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
