export { SealBroken } from './sealed';
export {
  createVault,
  MasterKeyUnusable,
  newMasterKey,
  openBuiltInVault,
  SubjectKeyDestroyed,
  type Vault,
} from './vault';
