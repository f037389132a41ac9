import type { Schema } from '@trinhduyet/api-client';
import { fileAddress, removeFile, uploadFile } from '../files';
import type { FormFiles } from './form-context';

/** The files of a dossier or draft: those that it had when it was read, and those that were sent since. */
export function filesOf({ id, files }: Pick<Schema<'DossierView'>, 'id' | 'files'>): FormFiles {
  const types = new Map(files.map((file) => [file.id, file.mediaType]));
  return {
    upload: async (field, photo, name, onProgress) => {
      const file = await uploadFile({ dossier: id, field, photo, name, onProgress });
      types.set(file.id, file.mediaType);
      return file;
    },
    remove: (file) => removeFile(id, file),
    addressOf: (file) => fileAddress(id, file),
    isPdf: (file) => types.get(file) === 'application/pdf',
  };
}
