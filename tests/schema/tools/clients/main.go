// Reads a body per line, and prints whether the client that openapi-generator made accepts it. Is put beside its files.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var customer Customer
		fmt.Println(json.Unmarshal(lines.Bytes(), &customer) == nil)
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
}
