/** Points; the origin is the upper left corner of the page. */
export const MM = 72 / 25.4;

export const FACES = ['regular', 'italic', 'bold'] as const;
export type Face = (typeof FACES)[number];

/** How wide a text is in a face and size, in points. */
export type Measure = (text: string, face: Face, size: number) => number;

/** One thing to put on a page, at its place. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly face: Face;
      readonly size: number;
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
    }
  | { readonly kind: 'code'; readonly address: string; readonly x: number; readonly y: number; readonly side: number };

/** What a piece is to whoever does not see the page: a screen reader, a search. */
export type Role = 'H1' | 'P' | 'TH' | 'TD' | 'Figure' | 'Artifact';

/** Marks that belong together on one page. */
export interface Piece {
  readonly role: Role;
  /** Of a cell: its row, so that rows of a table can be told. */
  readonly row?: number;
  /** Of a figure: what it shows. */
  readonly alt?: string;
  readonly marks: readonly Mark[];
}

export interface Sheet {
  readonly pieces: readonly Piece[];
}
