import './paper-file.css';
import { defineTexts } from './language';

/** Words around the file of a paper, in portal and desk alike. */
export const PAPER_FILE_TEXTS = defineTexts(
  {
    download: 'Tải PDF',
    open: 'Mở tệp PDF',
    print: 'In',
    notIssued: 'Văn bản chưa được cấp số. Tệp PDF có khi văn thư cấp số.',
    notThePaper: 'Đây là bản xem trên màn hình. Văn bản chính thức là tệp PDF: mở tệp đó để in.',
  },
  {
    download: 'Download PDF',
    open: 'Open the PDF',
    print: 'Print',
    notIssued: 'The paper has no number yet. Its PDF is there once the archivist has given one.',
    notThePaper: 'This is for reading on screen. The official paper is its PDF: open that to print it.',
  },
);

export function paperFileAddress(dossier: string, paper: string): string {
  return `/api/dossiers/${dossier}/papers/${paper}/pdf`;
}

/**
 * Prints the paper's file, not the page that shows its words. A browser that cannot print what it has loaded behind the
 * page gets it in front.
 */
export function printPaper(address: string): void {
  document.querySelector('.paper-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'paper-frame';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.addEventListener('load', () => {
    const before = document.activeElement;
    try {
      frame.contentWindow?.print();
    } catch {
      window.open(address, '_blank');
    }
    if (before instanceof HTMLElement) before.focus(); // the next key is for the page
  });
  frame.src = address;
  document.body.append(frame);
}
