import { memoryRows } from '../../../src/adapters/memory/row-store.js'
import { rowStoreContract } from '../../support/row-store-contract.js'

rowStoreContract('memory', async () => memoryRows())
