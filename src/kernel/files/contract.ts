import { Type } from 'typebox'
import { route } from '#platform/contract'

const Id = Type.Integer({ minimum: 1 })
const tags = ['files']

export const Uploaded = Type.Object({
  id: Type.Integer({ description: 'Names the upload in the request that takes it; secret until then' }),
  name: Type.String(),
  kind: Type.String(),
  bytes: Type.Integer(),
})

const form =
  'multipart/form-data with one part "file". The kind is told by the content. Pictures are stored upright and without location ' +
  'or other hidden data. What no case takes within a day is deleted.'

export const uploadStaffFile = route({
  method: 'POST',
  path: '/api/v1/files',
  guard: 'staff',
  summary: 'Upload a picture, recording, video or document for a case',
  description: form,
  tags,
  query: Type.Object({
    visibleTo: Type.Optional(
      Type.Enum(['staff', 'requester'], { description: 'Whether the requester may see it; staff when left out' }),
    ),
  }),
  response: Uploaded,
  creates: true,
})

export const uploadPublicFile = route({
  method: 'POST',
  path: '/api/v1/public/files',
  guard: 'public',
  summary: 'Upload a picture, recording, video or document for one’s own request',
  description: form,
  tags,
  response: Uploaded,
  creates: true,
})

const Opened = Type.Object({ id: Id })

export const readFile = route({
  method: 'GET',
  path: '/api/v1/files/:id',
  guard: 'staff',
  summary: 'The content of a file of a case in reach; hearing a recording is recorded first',
  tags,
  params: Opened,
  query: Type.Object({ purpose: Type.Optional(Type.String({ maxLength: 200 })) }),
})

export const readFileThumbnail = route({
  method: 'GET',
  path: '/api/v1/files/:id/thumbnail',
  guard: 'staff',
  summary: 'A small WebP of a picture',
  tags,
  params: Opened,
})
