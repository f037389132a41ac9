/** Few take tables in or out: this file, with the reader of XML in it, is loaded when somebody does. */
export { fromDmn, toDmn } from '@trinhduyet/feel/dmn';
