import { memoryKeys } from '../../../src/adapters/memory/key-store.js'
import { keyStoreContract } from '../../support/key-store-contract.js'

keyStoreContract('memory', async () => ({ keys: memoryKeys(), dispose: async () => undefined }))
