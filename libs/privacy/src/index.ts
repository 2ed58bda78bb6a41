export { SealBroken } from './sealed';
export {
  createVault,
  MasterKeyUnusable,
  newMasterKey,
  openBuiltInVault,
  type Vault,
} from './vault';
