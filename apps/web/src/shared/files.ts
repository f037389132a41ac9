import { ApiProblem, type ProblemDetails, type Schema } from '@trinhduyet/api-client';
import { OFFLINE, api } from './api';
import { storedLanguage } from './language';

export function fileAddress(dossier: string, file: string): string {
  return `/api/dossiers/${dossier}/files/${file}`;
}

export interface Upload {
  readonly dossier: string;
  readonly field: string;
  readonly photo: Blob;
  readonly name: string;
  onProgress(share: number): void;
}

/** A photo or paper of the form. */
export function uploadFile({ dossier, field, ...sent }: Upload): Promise<Schema<'FileView'>> {
  return sendFile(`/api/dossiers/${dossier}/files?field=${encodeURIComponent(field)}`, sent);
}

type Sent = Pick<Upload, 'photo' | 'name' | 'onProgress'>;

/** The one request that is not `fetch`: a slow line needs to be seen moving, and only this one tells how far it is. */
export function sendFile<View>(address: string, { photo, name, onProgress }: Sent): Promise<View> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', photo, name);
    request.open('POST', address);
    request.setRequestHeader('X-TrinhDuyet', '1');
    request.setRequestHeader('Accept-Language', storedLanguage());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiProblem({ status: 0, code: OFFLINE, title: '', detail: '' }));
    request.onload = () => {
      if (request.status === 201) resolve(request.response as View);
      else reject(new ApiProblem(problemOf(request)));
    };
    request.send(body);
  });
}

export async function removeFile(dossier: string, file: string): Promise<void> {
  await api.DELETE('/api/dossiers/{dossier}/files/{file}', { params: { path: { dossier, file } } });
}

function problemOf({ status, response }: XMLHttpRequest): ProblemDetails {
  const isOurs = typeof response === 'object' && response !== null && 'code' in response;
  return isOurs ? (response as ProblemDetails) : { status, code: 'unavailable', title: '', detail: '' };
}
