package douyin

import "runtime"

func runtimeLock() { runtime.LockOSThread() }
