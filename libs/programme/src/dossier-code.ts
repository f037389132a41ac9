import type { Day } from '@trinhduyet/calendar';
import { isDay } from '@trinhduyet/calendar';

/** Statutory code of a dossier: unit, reception day, serial of the unit on that day: `H15.16.3-260316-0012`. */
export function dossierCode(unitSymbol: string, receivedOn: Day, serial: number): string {
  return `${unitSymbol}-${receivedOn.slice(2).replace(/-/g, '')}-${String(serial).padStart(4, '0')}`;
}

/** Both patterns in use: TT 01/2018/TT-VPCP, Đ.19, and the shorter one of QĐ 20/2020/QĐ-TTg. */
export function isDossierCode(text: string): boolean {
  const match = /^[0-9A-Z]+(?:\.[0-9A-Z]+)*-(\d{2})(\d{2})(\d{2})-\d{4}$/.exec(text);
  return match !== null && isDay(`20${match[1]}-${match[2]}-${match[3]}`);
}
