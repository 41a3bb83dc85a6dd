export { BlobStore } from './blob.store.js';
export { StoredFile } from './file.entity.js';
export { fileOwner, type FileOwner, fileOwners } from './file.owners.js';
export { attachmentHeader, cleanFileName } from './file-name.js';
export { FILE_ENDINGS, MAX_FILE_BYTES } from './file-kinds.js';
export { filesFeature } from './files.feature.js';
export { filePath, Files } from './files.service.js';
